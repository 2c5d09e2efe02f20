import { type Act, type Doing, PATIENCE_MS, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { SlackPerson } from "./person.ts";
import { pressIntake } from "./press-intake.ts";
import { LIBRARY_VERBS } from "./verbs-library.ts";
import { MODERATION_VERBS } from "./verbs-moderation.ts";
import { OPINION_VERBS } from "./verbs-opinions.ts";

const DEFAULT_ANSWER = "Many people notice this, and it is often harmless.";

/** An open form covers the channel: it is closed first. */
async function pressBehind(doing: Doing<SlackPerson>, label: string): Promise<void> {
  if (doing.cast.person.form !== undefined) await doing.cast.person.close();
  await pressIntake(doing, label);
}

async function withForm(person: SlackPerson): Promise<void> {
  await person.when(() => person.form !== undefined, { withinMs: PATIENCE_MS });
}

/** What a scripted person can do in Slack: each presses what is on the screen. */
export const SLACK_VERBS: Partial<Record<ScenarioVerb, Act<SlackPerson>>> = {
  async join({ cast }) {
    const { person } = cast;
    person.openHome();
    await person.when(() => person.homeText().includes("Get a code for an admin"), { withinMs: PATIENCE_MS });
    await person.press("Get a code for an admin", { in: "home" });
    await withForm(person);
    await person.close();
  },
  claim: async (doing) => {
    await pressIntake(doing, "Answer");
    await doing.cast.person.when(
      () => doing.cast.person.form !== undefined || doing.step.refused !== undefined,
      { withinMs: PATIENCE_MS },
    );
  },
  async answer(doing) {
    const { cast, step } = doing;
    const { person } = cast;
    if (person.form === undefined) {
      await pressIntake(doing, "Answer");
      await withForm(person);
    }
    const {
      often = step.text ?? DEFAULT_ANSWER,
      can = "",
      urgent = "",
      clinician = "",
      reason,
    } = step.fields ?? {};
    await person.submit({
      "What this often is": often,
      "What people usually can do": can,
      "Get seen now if": urgent,
      "Ask your clinician": clinician,
      ...(reason === undefined ? {} : { "Why it should be sent as it is": reason }),
    });
  },
  async look(doing) {
    const { cast, step } = doing;
    const note = step.fields?.["send-back"];
    await pressIntake(doing, "Look at the answer");
    await cast.person.when(() => cast.person.form !== undefined || step.refused !== undefined, {
      withinMs: PATIENCE_MS,
    });
    if (cast.person.form === undefined) return;
    await cast.person.submit({
      "What now?": note === undefined ? "Send it" : "Send it back",
      "What should change?": note ?? "",
    });
  },
  async "edit-answer"({ cast, step }) {
    await soon(() => cast.person.press("Edit answer"));
    await withForm(cast.person);
    await cast.person.submit({ "What this often is": step.text ?? DEFAULT_ANSWER });
  },
  async "ask-back"(doing) {
    const { cast, step } = doing;
    await pressBehind(doing, "Ask back");
    await withForm(cast.person);
    await cast.person.submit({
      "A question that fits many": step.fields?.preset ?? "",
      "Your question to the patient": step.text ?? "",
    });
  },
  async "send-to-patient"(doing) {
    const { cast, step } = doing;
    await pressIntake(doing, "Send to patient");
    await withForm(cast.person);
    await cast.person.submit({ "Message to the patient": step.text ?? "" });
  },
  release: (doing) => pressBehind(doing, "Release"),
  "may-know": (doing) => pressBehind(doing, "I may know this person"),
  "needs-in-person": (doing) => pressBehind(doing, "Needs in-person care"),
  async "open-home"({ cast }) {
    cast.person.openHome();
  },
  async type(doing) {
    const { cast, step, stage } = doing;
    const { intakeChannelId } = placeOf(doing);
    const root = stage.slack
      .messages(intakeChannelId)
      .findLast((message) => message.thread_ts === undefined && message.deleted !== true);
    if (root === undefined) throw new Error("there is no card to write under");
    cast.person.type(intakeChannelId, step.text ?? "", { thread: root.ts });
  },
  async "claim-credential"({ cast, step }) {
    const { person } = cast;
    const fields = step.fields ?? {};
    if (person.form === undefined) {
      person.openHome();
      await soon(() =>
        person
          .press("I'm a provider", { in: "home" })
          .catch(() => person.press("Claim a credential", { in: "home" })),
      );
      await withForm(person);
    }
    const isNew = person.form?.text.includes("The name that the team sees") === true;
    await person.submit({
      ...(isNew ? { "The name that the team sees": fields.name ?? person.name } : {}),
      "First name, as on the licence": fields.first ?? "",
      "Last name, as on the licence": fields.last ?? "",
      "Earlier last names": fields.former ?? "",
      Profession: fields.profession ?? "Pharmacist",
      "Licensed where?": fields.jurisdiction ?? "",
      "Licence number": fields.licence ?? "",
      NPI: fields.npi ?? "",
      ...(fields.display === undefined ? {} : { "What patients see beside your answers": fields.display }),
    });
  },
  async "enter-code"({ cast, step }) {
    const { person } = cast;
    if (person.form === undefined) {
      person.openHome();
      await soon(() => person.press("Enter code", { in: "home" }));
      await withForm(person);
    }
    await person.submit({ Code: step.text ?? "" });
  },
  async "work-mail"({ cast, step }) {
    const { person } = cast;
    if (person.form === undefined) {
      person.openHome();
      await soon(() => person.press("Prove by work e-mail", { in: "home" }));
      await withForm(person);
    }
    await person.submit({ "Your work e-mail address": step.text ?? "" });
  },
  async vouch({ cast }) {
    const { person } = cast;
    person.openHome();
    await soon(() => person.press("I know them, and vouch", { in: "home" }));
    await withForm(person);
    await person.close();
  },
  async "check-credentials"(doing) {
    await soon(() => doing.cast.person.press("Check credentials"));
    await withForm(doing.cast.person);
  },
  async "question-credential"({ cast, step }) {
    await soon(() => cast.person.press("Check credentials"));
    await withForm(cast.person);
    await cast.person.submit({ "Question this credential": step.reason ?? "Something is not right." });
  },
  async "reply-to-case"({ cast, step }) {
    await soon(() => cast.person.press("Say your side"));
    await withForm(cast.person);
    await cast.person.submit({ "What should they know?": step.text ?? "" });
  },
  ...OPINION_VERBS,
  ...LIBRARY_VERBS,
  ...MODERATION_VERBS,
  "on-it": (doing) =>
    soon(() => doing.cast.person.press("I'm on it", { in: placeOf(doing).crisisChannelId })),
};
