import { describe, expect, test } from "vitest";
import { type Action, BEINGS, type Being, type Unpressed } from "../access-table.ts";
import type { Records } from "./records.ts";
import type { Subject, Town } from "./town.ts";

/** What a person saw: "ok", or the code of the refusal, or "fault"; and all of its words. */
export interface Outcome {
  readonly code: string;
  readonly says: string;
}

/** One way in, with a community to act in and another one beside it. */
export interface Door {
  readonly records: Records;
  readonly here: Town;
  readonly elsewhere: Town;
  /** What somebody hears who is no member. */
  readonly noMember: string;
  press(action: Action, subjects: Town["subjects"]): Promise<Outcome>;
}

const NO = new Set(["not_allowed", "not_found"]);
/** Further ways to say that something is not theirs to act on. */
const NOT_THEIRS = new Set([...NO, "own_question", "own_answer", "not_your_opinion", "second_person"]);

export const isPressed = (row: Action | Unpressed): row is Action => "asks" in row;

const wordsFor = ({ does, who, about }: Action): string => {
  const by = who.length === BEINGS.length ? "anybody" : who.join(", ");
  return `${does}${about === undefined ? "" : ` (${about})`}: ${by}`;
};

/** The subjects of a community, with another one where the action looks for its own. */
function instead({ subjects }: Town, { about }: Action, subject: string): Town["subjects"] {
  return about === undefined ? subjects : { ...subjects, [about]: subject };
}

export const filledIn = (text: string, subjects: Town["subjects"]): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (!(name in subjects)) throw new Error(`a community of this test has no ${name}`);
    return subjects[name as Subject];
  });

async function pressAs(door: Door, action: Action, being: Being, subjects = door.here.subjects) {
  const { records } = door;
  records.become(being, action.first === undefined ? undefined : filledIn(action.first, door.here.subjects));
  const { result, changed } = await records.changedBy(() => door.press(action, subjects));
  return { ...result, changed };
}

type Pressed = Awaited<ReturnType<typeof pressAs>>;

const shownOf = ({ code, changed, says }: Pressed): string =>
  `${code}${changed.length === 0 ? "" : `, changed ${changed.join(" ")}`}: ${says.slice(0, 120)}`;

const showsSecret = ({ says }: Pressed, ...towns: readonly Town[]): boolean =>
  towns.some(({ secrets }) => secrets.some((secret) => says.includes(secret)));

/** Refused, nothing changed, nothing shown. */
function isRefused(door: Door, pressed: Pressed, codes: ReadonlySet<string>): boolean {
  const { here, elsewhere } = door;
  return codes.has(pressed.code) && pressed.changed.length === 0 && !showsSecret(pressed, here, elsewhere);
}

function isDone({ writes, unwritten }: Action, being: Being, { code, changed }: Pressed): boolean {
  const stores = writes === true && unwritten?.includes(being) !== true;
  return code === "ok" && changed.length > 0 === stores;
}

/** Who may, may: it is done, or refused later for one of the listed reasons. Gives what is wrong. */
async function allowed(door: Door, action: Action): Promise<string[]> {
  const wrong: string[] = [];
  let done = 0;
  for (const being of action.who) {
    const pressed = await pressAs(door, action, being);
    if (isDone(action, being, pressed)) done += 1;
    else if (!action.or?.some((code) => code === pressed.code) || pressed.changed.length > 0)
      wrong.push(`${being} may, but: ${shownOf(pressed)}`);
  }
  if (done === 0 && action.neverDone !== true) wrong.push("nobody ever got it done");
  return wrong;
}

async function denied(door: Door, action: Action): Promise<string[]> {
  const wrong: string[] = [];
  for (const being of BEINGS.filter((one) => !action.who.includes(one))) {
    const pressed = await pressAs(door, action, being);
    const isMember = being !== "stranger" && being !== "left";
    const codes = isMember ? NO : new Set([door.noMember, ...(action.or ?? [])]);
    if (!isRefused(door, pressed, codes)) wrong.push(`${being} may not, but: ${shownOf(pressed)}`);
  }
  return wrong;
}

/** With what is not theirs: of somebody else here, or of another community. */
async function strange(door: Door, action: Action): Promise<string[]> {
  const { about, not, who, blank } = action;
  const wrong: string[] = [];
  const isBlank = (pressed: Pressed) =>
    blank === true &&
    pressed.code === "ok" &&
    pressed.changed.length === 0 &&
    !showsSecret(pressed, door.here, door.elsewhere);
  if (not !== undefined)
    for (const being of who) {
      const pressed = await pressAs(door, action, being, instead(door.here, action, door.here.subjects[not]));
      if (!isRefused(door, pressed, NOT_THEIRS) && !isBlank(pressed))
        wrong.push(`${being} with ${not}: ${shownOf(pressed)}`);
    }
  if (about !== undefined && door.elsewhere.subjects[about] !== door.here.subjects[about])
    for (const being of BEINGS) {
      const pressed = await pressAs(
        door,
        action,
        being,
        instead(door.here, action, door.elsewhere.subjects[about]),
      );
      const codes = who.includes(being)
        ? new Set(["not_found"])
        : new Set([...NO, door.noMember, ...(action.or ?? [])]);
      if (!isRefused(door, pressed, codes) && !(who.includes(being) && isBlank(pressed)))
        wrong.push(`${being} with one of another community: ${shownOf(pressed)}`);
    }
  return wrong;
}

/** A test for each line of the table, and one that nothing is registered without a line. */
export function describeActions(
  surface: string,
  {
    rows,
    registered,
    door,
  }: {
    rows: readonly (Action | Unpressed)[];
    registered: ReadonlyMap<string, string | undefined>;
    door: () => Door | undefined;
  },
): void {
  describe(`who may do what on ${surface}`, () => {
    test("nothing is registered without an action, and no action has gone", () => {
      expect([...new Set(rows.map(({ does }) => does))].sort()).toEqual([...registered.keys()].sort());
    });

    test("each door asks for what its line says", () => {
      const asked = rows.filter(isPressed).filter(({ does }) => registered.get(does) !== undefined);
      expect(
        asked.map(({ does, asks, openDoor }) => `${does}: ${openDoor ? "anyone" : (asks[0] ?? "anyone")}`),
      ).toEqual(asked.map(({ does }) => `${does}: ${registered.get(does)}`));
    });

    for (const action of rows.filter(isPressed))
      test(wordsFor(action), async () => {
        const it = door();
        if (it === undefined) throw new Error("the door is not open");
        expect([
          ...(await allowed(it, action)),
          ...(await denied(it, action)),
          ...(await strange(it, action)),
        ]).toEqual([]);
      });
  });
}
