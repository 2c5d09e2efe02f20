import { durationMs, type Expectation } from "./scenario.ts";
import type { Stage } from "./stage.ts";

/** How long an expectation may take, in real milliseconds, when the scenario does not say. */
const PATIENCE_MS = 60_000;
const POLL_MS = 50;

/** Something that should have been on a screen was not, or the other way round. */
export class ExpectationFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ExpectationFailed";
  }
}

/** Resolves when nothing is on its way any more; throws ExpectationFailed when that does not come about. */
export async function quiet({ backstage, screens }: Stage, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let calm = 0;
  while (calm < 3) {
    if (Date.now() > deadline)
      throw new ExpectationFailed("something is still on its way and does not arrive");
    calm = (await backstage.pending()) ? 0 : calm + 1;
    const before = screens.seen.length;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (screens.seen.length !== before) calm = 0;
  }
}

/** Waits until the expectation holds; throws ExpectationFailed that says what is on the screen instead. */
export async function expectOnScreen(stage: Stage, wanted: Expectation): Promise<void> {
  const viewer = wanted.person === undefined ? undefined : stage.cast.get(wanted.person)?.person.id;
  // A form stands only while it is open; closing one tells nobody.
  const isOpen = (ref: string) => [...stage.cast.values()].some(({ person }) => person.form?.ref === ref);
  const texts = () =>
    stage.screens
      .standing(wanted, viewer)
      .filter((one) => (one.kind !== "form" && one.kind !== "form-error") || isOpen(one.ref))
      .map((one) => one.text);
  const where = `${wanted.person ?? "anybody"} on ${wanted.platform}${wanted.place ? ` (${wanted.place})` : ""}`;
  const patienceMs = wanted.within === undefined ? PATIENCE_MS : durationMs(wanted.within);
  if (wanted.contains !== undefined) {
    const contains = wanted.contains;
    const matching = () => texts().filter((text) => text.includes(contains)).length;
    const deadline = Date.now() + patienceMs;
    while (matching() < (wanted.count ?? 1) || (wanted.count === 0 && matching() > 0)) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new ExpectationFailed(
          `expected "${contains}" for ${where}, found:\n${texts().join("\n---\n")}`,
        );
      await stage.screens.changed(Math.min(left, POLL_MS));
    }
    if (wanted.count !== undefined) {
      await quiet(stage);
      if (matching() !== wanted.count)
        throw new ExpectationFailed(
          `expected "${contains}" ${wanted.count} times for ${where}, found it ${matching()} times`,
        );
    }
  }
  if (wanted.absent !== undefined) {
    await quiet(stage);
    const absent = wanted.absent;
    const found = texts().find((text) => text.includes(absent));
    if (found !== undefined)
      throw new ExpectationFailed(`"${absent}" should not be there for ${where}, but is:\n${found}`);
  }
}
