import type { MessageShortcut } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Core } from "#core/core.ts";
import { isPrivate } from "./is-private.ts";
import { type Form, viewOf } from "./markup.ts";
import { knownPublic, takeInHand } from "./posts-in-hand.ts";
import type { Press, Route, Shown, SlackShortcut } from "./press.ts";
import { readShortcut, whoOf } from "./read-press.ts";
import { renderError } from "./render-error.ts";
import { SHORTCUTS } from "./routes.ts";
import { told } from "./told.ts";

export interface ShortcutChosen {
  readonly body: MessageShortcut;
  readonly ack: () => Promise<void>;
  readonly client: WebClient;
}

/**
 * Answers an entry of a message's menu, always with a page over the message: it may stand where the app cannot write. Told
 * again by Slack it opens nothing, since what opens a form is good for one.
 */
export function createShortcutWork(
  core: Core,
  { shown }: { shown: (route: Route, press: Press) => Promise<Shown> },
): (chosen: ShortcutChosen) => Promise<void> {
  async function formFor(route: SlackShortcut, press: Press): Promise<Form | undefined> {
    try {
      const what = await shown(route, press);
      return what === undefined || "form" in what ? what?.form : told({ theirs: what.say });
    } catch (error) {
      return told({ theirs: renderError(core, error) });
    }
  }

  return async ({ body, ack, client }) => {
    const { sourceKey, post } = readShortcut(body);
    const subjectId = core.vault.opaqueKey(sourceKey);
    const isNew = takeInHand(subjectId, post);
    await ack();
    if (!isNew) return;
    const route = SHORTCUTS.find(({ verb }) => verb === body.callback_id);
    const press: Press = { core, handling: core, who: whoOf(body), subjectId, fields: {} };
    const [form, hidden] = await Promise.all([
      route === undefined ? told({ theirs: "This entry is from an older version." }) : formFor(route, press),
      isPrivate(client, body.channel),
    ]);
    // Before the form is there: what it is sent with must say so.
    if (!hidden) knownPublic(subjectId);
    if (form !== undefined) await client.views.open({ trigger_id: body.trigger_id, view: viewOf(form) });
  };
}
