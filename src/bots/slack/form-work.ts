import { type Intake, isReplay, type Taken } from "#bots/intake.ts";
import { forgetArrival } from "#core/arrivals/handle-arrival.ts";
import type { Core } from "#core/core.ts";
import { neverKeptIn } from "#core/credentials/proof/never-kept.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { answerInTime, type FormResult, type FormSent } from "./answer-form.ts";
import { viewOf } from "./markup.ts";
import type { Press, Route, Shown, SlackForm } from "./press.ts";
import { readForm, type StoredPress } from "./read-press.ts";
import { renderError } from "./render-error.ts";
import { FORMS } from "./routes.ts";

export interface FormWork {
  sent(form: FormSent): Promise<void>;
  /** A form that an earlier run stored: nobody waits for its answer, but who sends it again hears of it. */
  finish(taken: Taken, stored: StoredPress): Promise<void>;
}

/** The field that a refusal is about, where it names one of the form. */
function blamed({ blames, fieldIds = {} }: SlackForm, error: unknown): string {
  if (!(error instanceof DomainError)) return blames;
  const field = error.code === "name_taken" ? "name" : "field" in error.details ? error.details.field : "";
  return fieldIds[field] ?? blames;
}

function withCarried({ carries }: SlackForm, stored: StoredPress): StoredPress {
  if (carries === undefined) return stored;
  return { ...stored, fields: { ...stored.fields, ...carries(stored.subjectId) } };
}

/** What is done with a form between its arrival and its answer. */
export function createFormWork(
  core: Core,
  { intake, shown }: { intake: Intake; shown: (route: Route, press: Press) => Promise<Shown> },
): FormWork {
  /** What becomes of the forms that are being worked on, for whoever sends the same again meanwhile. */
  const results = new Map<string, Promise<FormResult>>();

  async function run(route: SlackForm, press: Press): Promise<FormResult> {
    try {
      const what = await shown(route, press);
      if (what === undefined || !("form" in what)) return { again: false };
      return { again: true, view: viewOf(what.form) };
    } catch (error) {
      if (isReplay(error)) return { again: false };
      const errors = { [blamed(route, error)]: renderError(core, error) };
      return { again: true, errors, ...(error instanceof DomainError ? {} : { failed: true }) };
    }
  }

  function begin(route: SlackForm, stored: StoredPress, { arrivalId, handling }: Taken): Promise<FormResult> {
    const result = run(route, { ...stored, core, handling });
    results.set(arrivalId, result);
    return result;
  }

  /** Until here whoever sends it again gets its result; from here on they begin anew, or it is over. */
  async function end(taken: Taken, outcome: "done" | "later"): Promise<void> {
    results.delete(taken.arrivalId);
    await intake.settle(taken, outcome);
  }

  return {
    async sent(form) {
      const read = readForm(form.body);
      const { sourceKey } = read;
      const route = FORMS.find(({ verb }) => verb === read.stored.name);
      if (route === undefined) return form.ack();
      const stored = withCarried(route, read.stored);
      const kinds = route.clean === true ? neverKeptIn(stored.fields) : [];
      if (kinds.length > 0) {
        const words = renderError(core, refuse("never_kept", { kinds }));
        return form.ack({ response_action: "errors", errors: { [route.blames]: words } });
      }
      const take = await intake.take({ sourceKey, kind: "press", payload: JSON.stringify(stored) });
      if (take.how !== "taken") {
        // Slack gave up waiting and the person sent it again: this time they hear what became of the first.
        const first = results.get(take.arrivalId) ?? Promise.resolve({ again: false });
        return (await answerInTime(form, first)).show();
      }
      const { taken } = take;
      const result = begin(route, stored, taken);
      const answering = answerInTime(form, result);
      answering.catch(() => undefined);
      // What was refused or is shown again changed nothing: the very same may be sent once more.
      if ((await result).again) await forgetArrival(core, taken.arrivalId);
      await end(taken, "done");
      await (await answering).show();
    },
    async finish(taken, stored) {
      const route = FORMS.find(({ verb }) => verb === stored.name);
      const result = route === undefined ? undefined : await begin(route, stored, taken);
      const failed = result?.failed === true;
      if (result?.again && !failed) await forgetArrival(core, taken.arrivalId);
      await end(taken, failed ? "later" : "done");
    },
  };
}
