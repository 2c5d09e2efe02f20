import { expect, test } from "vitest";
import { DeliveryFailure, type DeliveryTrouble } from "#core/messenger.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown } from "./moderated.ts";

const FORBIDDEN = { why: "forbidden", what: "channel-permission" } as const;
const PAUSE = { action: "time-out", forMs: 86_400_000, rule: "1", reason: "Rude." } as const;

/** From now on the patients' platform restrains nobody; gives how to let it again. */
function refusing({ north }: Moderated, trouble: DeliveryTrouble = FORBIDDEN): () => void {
  const { restrain } = north;
  north.restrain = async () => {
    throw new DeliveryFailure(trouble);
  };
  return () => {
    north.restrain = restrain;
  };
}

async function reported(town: Moderated, accountId: string, by = "Quiet Heron") {
  const actor = await joinAs(town, by);
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId };
  await reportMember(town.core, { actor, person, reason: "Rude" });
}

const edits = ({ core }: Moderated) =>
  core.db.delivery.count({ where: { kind: "case", op: "edit", state: { not: "dropped" } } });

describeOnBoth("a restraint that a platform refuses for good", ({ openNew }) => {
  test("is on the case's card once, and so is that it is done after an undo and a new decision", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, south } = town;
    await joinAs(town, "Loud Otter");
    await reported(town, "Loud Otter");
    const allow = refusing(town);
    const refused = () => town.cards(south, "case").map((card) => card.refused);
    await decideCase(core, { actor: mo, named: "1", chosen: PAUSE });
    await town.drain();
    const told = { platform: "north", trouble: "forbidden:channel-permission" };
    expect(refused()).toEqual([[{ ...told, isDone: false }]]);
    const once = await edits(town);
    await town.drain();
    expect(await edits(town)).toBe(once);
    allow();
    await undoDecision(core, { actor: mo, named: "1" });
    await town.drain();
    expect(refused()).toEqual([[]]);
    await decideCase(core, { actor: mo, named: "1", chosen: PAUSE });
    await town.drain();
    expect(refused()).toEqual([[{ ...told, isDone: true }]]);
  });

  test("of somebody who is no member is on the card of the case about their account, and on no other", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, south } = town;
    await reported(town, "a stranger");
    await reported(town, "another", "Calm Finch");
    refusing(town, { why: "rejected", what: "refused" });
    await decideCase(core, { actor: mo, named: "1", chosen: PAUSE });
    await town.drain();
    const cards = town.cards(south, "case").toSorted((one, other) => one.number - other.number);
    expect(cards.map(({ number, refused }) => [number, refused])).toEqual([
      [1, [{ platform: "north", trouble: "rejected:refused", isDone: false }]],
      [2, []],
    ]);
  });

  test("is not said of what is tried again and succeeds", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north, south } = town;
    await joinAs(town, "Loud Otter");
    await reported(town, "Loud Otter");
    const { restrain } = north;
    let tries = 0;
    north.restrain = async (person, restraint) => {
      tries += 1;
      if (tries < 3) throw new DeliveryFailure(FORBIDDEN);
      return restrain(person, restraint);
    };
    await decideCase(core, { actor: mo, named: "1", chosen: PAUSE });
    await town.drain();
    expect(tries).toBe(3);
    expect(town.cards(south, "case")).toMatchObject([{ refused: [] }]);
  });

  test("of an older decision is not on the card of a later case about the same person", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, south } = town;
    await joinAs(town, "Loud Otter");
    await reported(town, "Loud Otter");
    const allow = refusing(town);
    await decideCase(core, { actor: mo, named: "1", chosen: PAUSE });
    await town.drain();
    allow();
    await undoDecision(core, { actor: mo, named: "1" });
    await decideCase(core, { actor: mo, named: "1", chosen: { action: "dismiss", reason: "A mistake." } });
    clock.advance(60_000);
    await reported(town, "Loud Otter", "Calm Finch");
    await decideCase(core, { actor: mo, named: "2", chosen: PAUSE });
    await town.drain();
    expect(town.cards(south, "case").map(({ refused }) => refused)).toEqual([[], []]);
  });
});
