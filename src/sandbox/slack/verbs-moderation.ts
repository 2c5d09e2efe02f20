import { type Act, type Doing, PATIENCE_MS, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { Place } from "../stage.ts";
import type { SlackPerson } from "./person.ts";
import { pressIntake } from "./press-intake.ts";

/** What is wrong, and with `fields.rule` which rule; the thanks are closed. */
async function sendReport(
  { cast, step }: Doing<SlackPerson>,
  more: Record<string, string> = {},
): Promise<void> {
  const { person } = cast;
  await person.when(() => person.form !== undefined, { withinMs: PATIENCE_MS });
  // Refused at once: there is nothing to fill in.
  if (person.form?.fields.length === 0) return;
  const { rule } = step.fields ?? {};
  await person.submit({
    ...more,
    "What is wrong?": step.reason ?? "Please look at this.",
    ...(rule === undefined ? {} : { "Which rule is it about?": rule }),
  });
  if (step.refused === undefined) await person.close();
}

/** Channels that a team made for itself, without the app. */
const PRIVATE = new WeakMap<Place, string>();

function privateChannelOf(doing: Doing<SlackPerson>): string {
  const { slack, cast } = doing.stage;
  const place = placeOf(doing);
  const known = PRIVATE.get(place);
  if (known !== undefined) return known;
  const team = [...cast.values()].filter((one) => one.platform === "slack" && one.places.includes(place));
  const { channelId } = slack.addChannel({
    teamId: place.teamId,
    name: "among-us",
    private: true,
    members: team.map(({ person }) => person.id),
  });
  PRIVATE.set(place, channelId);
  return channelId;
}

/** The newest message on the screen that somebody else wrote, with the step's target in it if it names one. */
function messageOf({ cast, step }: Doing<SlackPerson>) {
  const found = cast.person
    .screen()
    .flatMap(({ messages }) => messages)
    .filter(
      ({ from, ephemeral, text }) =>
        from !== cast.person.name && !ephemeral && text.includes(step.target ?? ""),
    )
    .sort((one, other) => Number(one.ref) - Number(other.ref))
    .at(-1);
  if (found === undefined)
    throw new Error(`no message is on the screen: ${step.target ?? "none at all"} is not there`);
  return found;
}

/** How a scripted person tells the moderators of something, and asks for another look at what they decided. */
export const MODERATION_VERBS: Partial<Record<ScenarioVerb, Act<SlackPerson>>> = {
  async report(doing) {
    await pressIntake(doing, "Report");
    await sendReport(doing);
  },
  async "report-message"(doing) {
    const { person } = doing.cast;
    await soon(() => {
      const { channelId, ref } = messageOf(doing);
      return person.messageShortcut("Report", channelId, ref);
    });
    await sendReport(doing);
  },
  async "report-person"(doing) {
    const { cast, step, stage } = doing;
    const { person } = cast;
    const whom = stage.cast.get(step.target ?? "")?.person.id;
    if (whom === undefined) throw new Error(`nobody is called ${step.target}`);
    person.openHome();
    await soon(() => person.press("Report somebody", { in: "home" }));
    await sendReport(doing, { "Who?": whom });
  },
  async appeal({ cast, step }) {
    const { person } = cast;
    const { code } = step.fields ?? {};
    if (code === undefined) await soon(() => person.press("I disagree"));
    else {
      person.openHome();
      await soon(() => person.press("Ask for another look", { in: "home" }));
    }
    await person.when(() => person.form !== undefined, { withinMs: PATIENCE_MS });
    await person.submit({
      ...(code === undefined || code === "" ? {} : { Code: code }),
      "What did we get wrong?": step.text ?? "Please look at it again.",
    });
    if (step.refused === undefined) await person.close();
  },
  async post(doing) {
    const { cast, step } = doing;
    const channelId = step.target === "private" ? privateChannelOf(doing) : placeOf(doing).intakeChannelId;
    cast.person.type(channelId, step.text ?? "");
  },
};
