import { setTimeout as sleep } from "node:timers/promises";
import type { AckFn, ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import type { View } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { viewOf } from "./markup.ts";
import { told } from "./told.ts";

export interface FormSent {
  readonly body: ViewSubmitAction;
  readonly ack: AckFn<ViewResponseAction>;
  readonly client: WebClient;
}

/** What became of a form: nothing more to say, words under its fields, or a form in its place. */
export interface FormResult {
  /** True when nothing was done yet and the form may be sent again. */
  readonly again: boolean;
  /** True when it failed on our side, and not by what was written. */
  readonly failed?: true;
  readonly view?: View;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Slack waits three seconds for the answer to a form; real milliseconds. */
const ANSWER_WITHIN_MS = 2200;

const page = (text: string): View => viewOf(told({ theirs: text }));

async function acknowledge(ack: FormSent["ack"], { view, errors }: FormResult): Promise<void> {
  if (view !== undefined) await ack({ response_action: "update", view });
  else if (errors !== undefined) await ack({ response_action: "errors", errors: { ...errors } });
  else await ack();
}

/**
 * Answers with the result when it comes in time. Otherwise the form says that it is being worked on, so that Slack does
 * not call it failed, and the result takes that page's place.
 */
export async function answerInTime(
  { body, ack, client }: FormSent,
  result: Promise<FormResult>,
): Promise<{ show(): Promise<void> }> {
  const soon = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, "late" as const, { signal: soon.signal }).catch(() => "late" as const);
  const first = await Promise.race([result, late]);
  soon.abort();
  if (first !== "late") return { show: () => acknowledge(ack, first) };
  await ack({ response_action: "update", view: page("Still working on it. You can close this.") });
  return {
    async show() {
      const { view, errors } = await result;
      const instead = view ?? page(errors === undefined ? "Done." : Object.values(errors).join("\n"));
      await client.views.update({ view_id: body.view.id, view: instead });
    },
  };
}
