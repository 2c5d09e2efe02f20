import { type Act, type Doing, otherOf, POLL_MS, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { DiscordPerson } from "./person.ts";
import { EXPERIENCE_VERBS } from "./verbs-experiences.ts";
import { PEER_VERBS } from "./verbs-peers.ts";
import { RHYTHM_VERBS } from "./verbs-rhythm.ts";

/** The person's own newest message, or the newest that says `target`. */
function ownMessage(person: DiscordPerson, target: string | undefined): string {
  const own = person
    .screen()
    .flatMap(({ messages }) =>
      messages.filter(
        ({ from, text }) => from === person.name && (target === undefined || text.includes(target)),
      ),
    );
  const [newest] = own.sort((one, other) => (BigInt(one.ref) > BigInt(other.ref) ? -1 : 1));
  if (newest === undefined) throw new Error(`${person.name} has written no such message`);
  return newest.ref;
}

/** Of the person that the step names, by the menu on them; else of the newest answer. */
async function checkCredentials(doing: Doing<DiscordPerson>): Promise<void> {
  const { cast, step, stage } = doing;
  const other = step.target === undefined ? undefined : stage.cast.get(step.target);
  if (step.target === undefined) return soon(() => cast.person.press("Check credentials"));
  if (other === undefined) throw new Error(`nobody is called ${step.target}`);
  await cast.person.userMenu("Check credentials", other.person.id, {
    channelId: placeOf(doing).askChannelId,
  });
}

const reportFields = ({ reason, fields }: Doing<DiscordPerson>["step"]) => ({
  "What is wrong?": reason ?? "Please look at this.",
  ...(fields?.rule === undefined ? {} : { "Which rule, if you know": fields.rule }),
});

/** Sends the form that a menu opened, unless the menu itself was to be refused. */
async function sendReport({ cast: { person }, step }: Doing<DiscordPerson>): Promise<void> {
  if (person.form === undefined && step.refused !== undefined) return;
  await person.submit(reportFields(step));
}

/** A code as a person would copy it from the newest message that has one. */
function codeOnScreen(person: DiscordPerson): string {
  const texts = person.screen().flatMap(({ messages }) => messages.map(({ text }) => text));
  const code = texts.findLast((text) => CODE.test(text))?.match(CODE)?.[0];
  if (code === undefined) throw new Error(`${person.name} sees no code`);
  return code;
}

const CODE = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/;

const WORRIED = "I'm worried about this person";

/** By the menu of a message that anybody wrote, else by that of the person. */
async function openWorry(doing: Doing<DiscordPerson>): Promise<void> {
  const { cast, step, stage } = doing;
  const { askChannelId, chatChannelId } = placeOf(doing);
  const other = otherOf(doing);
  const said = step.fields?.message;
  if (said === undefined)
    return soon(() => cast.person.userMenu(WORRIED, other.id, { channelId: askChannelId }));
  const message = stage.discord
    .messages(chatChannelId)
    .findLast(({ authorId, content }) => authorId === other.id && content.includes(said));
  await cast.person.messageMenu(WORRIED, message?.id ?? "");
}

/** What a scripted person can do on Discord: each presses what is on the screen. */
export const DISCORD_VERBS: Partial<Record<ScenarioVerb, Act<DiscordPerson>>> = {
  async join(doing) {
    const { cast, step, stage } = doing;
    const { person } = cast;
    await soon(() => person.command("start", {}, { channelId: placeOf(doing).askChannelId }));
    await soon(() => person.press("Next"));
    await soon(() => person.press("Next"));
    await soon(() => person.press("Join"));
    const country = step.fields?.country ?? "US";
    const fields = {
      Country: country,
      "I am 18 or over": step.fields?.adult ?? "yes",
      ...(step.fields?.for === undefined ? {} : { "I am here for": step.fields.for }),
      ...(step.text === undefined ? {} : { "Name here": step.text }),
    };
    await soon(() => person.submit(fields));
    await stage.screens.changed(POLL_MS);
  },
  async ask(doing) {
    const { cast, step } = doing;
    await cast.person.command("ask", {}, { channelId: placeOf(doing).askChannelId });
    await cast.person.submit({
      "Your question": step.text ?? "",
      ...(step.fields?.tried === undefined ? {} : { "What you have tried": step.fields.tried }),
      Topic: step.topic ?? "Symptoms",
      "For whom": step.fields?.for ?? "For myself",
      Age: step.fields?.age ?? "30-44",
    });
  },
  async "ask-about-message"({ cast, step, stage }) {
    const channelId = cast.places[0]?.chatChannelId ?? "";
    const message = stage.discord.messages(channelId).findLast((one) => one.authorId === cast.person.id);
    await cast.person.messageMenu("Ask a provider about this", step.target ?? message?.id ?? "");
    await cast.person.submit({ Topic: step.topic ?? "Symptoms", "For whom": "For myself", Age: "30-44" });
  },
  "put-back": ({ cast, step }) =>
    soon(() => cast.person.choose("Removed by mistake? Put it back", [step.target ?? ""])),
  send: ({ cast }) => soon(() => cast.person.press("Send this card")),
  cancel: ({ cast }) => soon(() => cast.person.press("Cancel")),
  async edit({ cast, step }) {
    await soon(() => cast.person.press("Edit"));
    const [first] = cast.person.form?.fields ?? [];
    await cast.person.submit({ [first?.label ?? "Your question"]: step.text ?? "" });
  },
  async reply({ cast, step }) {
    await soon(() =>
      cast.person.press("Reply", step.target === undefined ? {} : { containing: step.target }),
    );
    await cast.person.submit({ "Your reply": step.text ?? "" });
  },
  async type(doing) {
    const { cast, step } = doing;
    const wanted = step.target ?? "dm";
    const shown = cast.person
      .screen()
      .findLast(({ place, channel }) => place === wanted || channel === wanted)?.channelId;
    const channelId = wanted === "chat" ? placeOf(doing).chatChannelId : shown;
    await cast.person.type(channelId ?? cast.person.dm(), step.text ?? "");
  },
  async "edit-message"({ cast, step }) {
    await cast.person.edit(ownMessage(cast.person, step.target), step.text ?? "");
  },
  async "delete-message"({ cast, step }) {
    await cast.person.remove(ownMessage(cast.person, step.target));
  },
  "take-back": ({ cast, step }) =>
    soon(() => cast.person.press("Take back", step.target === undefined ? {} : { containing: step.target })),
  helped: ({ cast }) => soon(() => cast.person.press("Helped")),
  "still-unclear": ({ cast }) => soon(() => cast.person.press("Still unclear")),
  "check-credentials": checkCredentials,
  async "question-credential"(doing) {
    const { cast, step } = doing;
    await checkCredentials(doing);
    await soon(() => cast.person.press("Question this credential"));
    await cast.person.submit({ "What makes you doubt it?": step.reason ?? "Is this really so?" });
  },
  async "claim-credential"(doing) {
    const { cast, step } = doing;
    const { first = "Robin", last = "Vale", ...fields } = step.fields ?? {};
    await cast.person.command("claim", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => cast.person.press("Fill in the form"));
    await cast.person.submit({
      "Name on the licence": fields.name ?? `${last}, ${first}`,
      Profession: fields.profession ?? "Pharmacist",
      "Licensed where?": fields.jurisdiction ?? "Ontario",
      "Licence number": fields.licence ?? "204817",
      ...(fields.npi === undefined ? {} : { NPI: fields.npi }),
    });
  },
  async "enter-code"({ cast, step }) {
    await soon(() => cast.person.press("Enter code"));
    await cast.person.submit({ Code: step.text ?? "" });
  },
  async report({ cast, step }) {
    await soon(() => cast.person.press("Report"));
    await cast.person.submit(reportFields(step));
  },
  async "report-message"(doing) {
    const { cast, stage } = doing;
    const { id } = otherOf(doing);
    const { chatChannelId } = placeOf(doing);
    const message = stage.discord.messages(chatChannelId).findLast((one) => one.authorId === id);
    await cast.person.messageMenu("Report", message?.id ?? "");
    await sendReport(doing);
  },
  async "report-person"(doing) {
    const at = { channelId: placeOf(doing).chatChannelId };
    await doing.cast.person.userMenu("Report this person", otherOf(doing).id, at);
    await sendReport(doing);
  },
  async appeal({ cast, step }) {
    const { person } = cast;
    const said = { "What do you want to say?": step.text ?? "Please look at this again." };
    if (step.fields?.code !== undefined) {
      await person.command("appeal", {}, { dm: true });
      const { code } = step.fields;
      return person.submit({ ...said, ...(code === "" ? {} : { Code: code }) });
    }
    await soon(() => person.press("I disagree"));
    if (person.form !== undefined) return person.submit(said);
    // Whoever was removed or banned is told to use the code.
    await soon(() => person.press("Ask for another look"));
    await person.submit({ ...said, Code: codeOnScreen(person) });
  },
  "open-inbox": (doing) => doing.cast.person.command("inbox", {}, { channelId: placeOf(doing).askChannelId }),
  "open-my": (doing) => doing.cast.person.command("my", {}, { channelId: placeOf(doing).askChannelId }),
  "open-strikes": (doing) => doing.cast.person.command("my-strikes", {}, { dm: true }),
  "ask-again": ({ cast }) => soon(() => cast.person.press("Ask again")),
  "help-now": (doing) =>
    doing.cast.person.command("help-now", {}, { channelId: placeOf(doing).askChannelId }),
  "on-it": ({ cast }) => soon(() => cast.person.press("I'm on it", { in: cast.person.dm() })),
  "ask-for-company": ({ cast }) => soon(() => cast.person.press("I'd like company")),
  async "worry-about"(doing) {
    const { cast, step } = doing;
    await openWorry(doing);
    await cast.person.submit(step.text === undefined ? {} : { "What worries you?": step.text });
  },
  async "visit-sheet"(doing) {
    const { person } = doing.cast;
    await person.command("visit-sheet", {}, { channelId: placeOf(doing).askChannelId });
    const questions = doing.step.fields?.questions;
    if (questions === undefined) return soon(() => person.press("Make my sheet"));
    await soon(() => person.press("Choose questions"));
    await person.submit({ "On the sheet": questions });
  },
  async "add-note"(doing) {
    const { cast, step } = doing;
    await cast.person.command("visit-sheet", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => cast.person.press("Add a note"));
    const under = step.fields?.under ?? "My notes";
    await cast.person.submit({ "Your note": step.text ?? "", "Where it stands on the sheet": under });
  },
  async export(doing) {
    await doing.cast.person.command("privacy", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => doing.cast.person.press("Export my data"));
  },
  "open-file": ({ cast, step }) => soon(async () => void cast.person.open(step.target ?? "")),
  async "open-privacy"(doing) {
    const { cast, step } = doing;
    await cast.person.command("privacy", {}, { channelId: placeOf(doing).askChannelId });
    const { target } = step;
    if (target !== undefined) await soon(() => cast.person.press(target));
  },
  async erase(doing) {
    const { person } = doing.cast;
    await person.command("privacy", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => person.press("Erase my data"));
    await soon(() => person.press("Erase everything"));
    const [name] = person.form?.fields ?? [];
    const label = name?.label ?? "";
    await person.submit({ [label]: doing.step.text ?? label.replace(/^Type /, "") });
  },
  ...PEER_VERBS,
  find: (doing) =>
    doing.cast.person.command(
      "find",
      {
        words: doing.step.text ?? "",
        ...(doing.step.topic === undefined ? {} : { topic: doing.step.topic }),
      },
      { channelId: placeOf(doing).askChannelId },
    ),
  "read-answer": ({ cast }) => soon(() => cast.person.press("Read")),
  "this-answered-it": ({ cast }) => soon(() => cast.person.press("This answered it")),
  "agree-to-keep": ({ cast }) => soon(() => cast.person.press("Yes, keep it")),
  "decline-to-keep": ({ cast }) => soon(() => cast.person.press("No, thank you")),
  "take-out": ({ cast }) => soon(() => cast.person.press("Take it out of the library")),
  ...EXPERIENCE_VERBS,
  ...RHYTHM_VERBS,
  "use-thread": ({ cast }) => soon(() => cast.person.press("Use a private thread")),
};
