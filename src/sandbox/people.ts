import type { DiscordPerson } from "./discord/person.ts";
import type { ActStep, ScenarioVerb } from "./scenario.ts";
import type { SlackPerson } from "./slack/person.ts";
import type { Cast, Stage } from "./stage.ts";

interface Doing<P> {
  readonly stage: Stage;
  readonly cast: Cast & { readonly person: P };
  readonly step: ActStep;
}

type Act<P> = (doing: Doing<P>) => Promise<void>;

const PATIENCE_MS = 15_000;
const POLL_MS = 30;

/** Tries an act until it can be done: a card may still be on its way to the screen, and what failed is pressed again. The last error stands. */
async function soon<T>(act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (
        Date.now() > deadline ||
        !(error instanceof Error) ||
        !/interaction failed|does not see|sees no|is not on|not there|no button|no open form|nothing/i.test(
          error.message,
        )
      )
        throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

const DEFAULT_ANSWER = "Many people notice this, and it is often harmless.";

function placeOf<P>({ cast, step }: Doing<P>) {
  const place =
    step.in === undefined ? cast.places[0] : cast.places.find(({ community }) => community === step.in);
  if (place === undefined) throw new Error(`this person is not in ${step.in ?? "any community"}`);
  return place;
}

/** The newest card in the intake channel that has this button and shows the step's target, if it names one. */
async function pressIntake(doing: Doing<SlackPerson>, label: string): Promise<void> {
  const { cast, step } = doing;
  await soon(() =>
    cast.person.press(label, {
      in: placeOf(doing).intakeChannelId,
      ...(step.target === undefined ? {} : { containing: step.target }),
    }),
  );
}

async function withForm(person: SlackPerson): Promise<void> {
  await person.when(() => person.form !== undefined, { withinMs: PATIENCE_MS });
}

const DISCORD: Partial<Record<ScenarioVerb, Act<DiscordPerson>>> = {
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
  async type({ cast, step }) {
    const places = cast.person.screen();
    const wanted = step.target ?? "dm";
    const found = places.findLast(({ place, channel }) => place === wanted || channel === wanted);
    await cast.person.type(found?.channelId ?? cast.person.dm(), step.text ?? "");
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
  "check-credentials": ({ cast }) => soon(() => cast.person.press("Check credentials")),
  async report({ cast, step }) {
    await soon(() => cast.person.press("Report"));
    await cast.person.submit({ "What is wrong?": step.reason ?? "Please look at this." });
  },
  "open-inbox": (doing) => doing.cast.person.command("inbox", {}, { channelId: placeOf(doing).askChannelId }),
  "help-now": (doing) =>
    doing.cast.person.command("help-now", {}, { channelId: placeOf(doing).askChannelId }),
  "use-thread": ({ cast }) => soon(() => cast.person.press("Use a private thread")),
};

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

const SLACK: Partial<Record<ScenarioVerb, Act<SlackPerson>>> = {
  async join({ cast }) {
    const { person } = cast;
    person.openHome();
    await person.when(() => person.homeText().includes("I'm a provider"), { withinMs: PATIENCE_MS });
    await person.press("I'm a provider", { in: "home" });
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
  async "edit-answer"({ cast, step }) {
    await soon(() => cast.person.press("Edit answer"));
    await withForm(cast.person);
    await cast.person.submit({ "What this often is": step.text ?? DEFAULT_ANSWER });
  },
  async "ask-back"(doing) {
    const { cast, step } = doing;
    if (cast.person.form !== undefined) await cast.person.close();
    await pressIntake(doing, "Ask back");
    await withForm(cast.person);
    await cast.person.submit({ "Your question to the patient": step.text ?? "" });
  },
  async "send-to-patient"(doing) {
    const { cast, step } = doing;
    await pressIntake(doing, "Send to patient");
    await withForm(cast.person);
    await cast.person.submit({ "Message to the patient": step.text ?? "" });
  },
  async release(doing) {
    if (doing.cast.person.form !== undefined) await doing.cast.person.close();
    await pressIntake(doing, "Release");
  },
  "may-know": (doing) => pressIntake(doing, "I may know this person"),
  "needs-in-person": (doing) => pressIntake(doing, "Needs in-person care"),
  async report(doing) {
    await pressIntake(doing, "Report");
    await withForm(doing.cast.person);
    await doing.cast.person.submit({ "What is wrong?": doing.step.reason ?? "Please look at this." });
  },
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
  "on-it": (doing) =>
    soon(() => doing.cast.person.press("I'm on it", { in: placeOf(doing).crisisChannelId })),
};

async function act(stage: Stage, step: ActStep): Promise<void> {
  const cast = stage.cast.get(step.as);
  if (cast === undefined) throw new Error(`nobody is called ${step.as}`);
  const verb = cast.platform === "discord" ? DISCORD[step.do] : SLACK[step.do];
  if (verb === undefined) throw new Error(`nobody can "${step.do}" on ${cast.platform}`);
  if (cast.platform === "discord") await (DISCORD[step.do] as Act<DiscordPerson>)({ stage, cast, step });
  else await (SLACK[step.do] as Act<SlackPerson>)({ stage, cast, step });
}

/** One step of a scripted person: presses what is on the screen. With `refused`, that text must then be on it. */
export async function actAs(stage: Stage, step: ActStep): Promise<void> {
  if (step.refused === undefined) return act(stage, step);
  const viewer = stage.cast.get(step.as)?.person.id;
  const before = stage.screens.seen.length;
  await act(stage, step);
  const refusal = step.refused;
  const deadline = Date.now() + PATIENCE_MS;
  while (
    !stage.screens.seen
      .slice(before)
      .some((one) => viewer !== undefined && one.viewers.includes(viewer) && one.text.includes(refusal))
  ) {
    if (Date.now() > deadline) throw new Error(`${step.as} was not told "${refusal}"`);
    await stage.screens.changed(POLL_MS);
  }
}
