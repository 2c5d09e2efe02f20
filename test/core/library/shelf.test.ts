import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { unlinkShelf } from "#core/communities/unlink-shelf.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { keepShelf } from "#core/library/keep-shelf.ts";
import { loadShelfCard } from "#core/library/load-shelf-card.ts";
import { renewEntry } from "#core/library/renew-entry.ts";
import { renewShelf } from "#core/library/renew-shelf.ts";
import { retireEntry } from "#core/library/retire-entry.ts";
import { thisAnsweredIt } from "#core/library/this-answered-it.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportKeptAnswer } from "#core/moderation/reports/report-kept-answer.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { createFakePlatform } from "../deliveries/fake-messenger.ts";
import { ANSWER } from "../questions/asked.ts";
import { codeOf, HOUR_MS, invite } from "../small-town.ts";
import { type Library, openLibrary, WORDS } from "./kept.ts";

const DAY_MS = 24 * HOUR_MS;

const link = ({ core, town }: Library, externalId: string) =>
  linkChannel(core, {
    ...{ actor: town.admin, spaceId: town.patientsSpaceId, purpose: "library", externalId },
  });

/** What stands on the patients' platform, once everything was sent that is to be. */
function shelfOf({ core, clock }: Library) {
  const north = createFakePlatform(clock);
  const messengers = [north, createFakePlatform(clock, "south")];
  const loop = createDeliveryLoop(core, { messengers, owner: "shelf" });
  return {
    north,
    async stands(): Promise<string[]> {
      await keepShelf(core);
      for (let still = 0; still < 3; still += 1) {
        if ((await loop.runOnce()) > 0) still = 0;
        else clock.advance(core.config.timing.settleMs);
      }
      return north.said().flatMap(({ place, channelId }) => (place === "shelf" ? [channelId] : []));
    },
  };
}

const cardOf = ({ core }: Library, entryId: string) => core.tx((tx) => loadShelfCard(tx, core, entryId));

const report = ({ core }: Library, actor: Actor, entryId: string) =>
  reportKeptAnswer(core, { actor, entryId, reason: "It is out of date.", rule: "1" });

describeOnBoth("the shelf of the library", (database) => {
  test("has a post for each kept answer, with what is true of it now, and none for any other", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock, town, ben, credentialId } = it;
    const entryId = await it.kept();
    await it.agreed();
    const { stands } = shelfOf(it);
    expect(await stands()).toEqual([]);
    await link(it, "forum");
    expect(await stands()).toEqual(["forum"]);
    expect(await keepShelf(core)).toBe(0);
    expect(await cardOf(it, entryId)).toMatchObject({
      soon: false,
      answer: { question: WORDS, topic: "Medicines" },
    });

    clock.advance(340 * DAY_MS);
    expect(await keepShelf(core)).toBe(1);
    expect(await cardOf(it, entryId)).toMatchObject({ soon: true, answer: { since: undefined } });
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "The register is down." });
    expect(await keepShelf(core)).toBe(1);
    expect(await cardOf(it, entryId)).toMatchObject({ answer: { since: "suspended" } });
    expect(await keepShelf(core)).toBe(0);
    expect(await stands()).toEqual(["forum"]);

    clock.advance(30 * DAY_MS);
    await turnStale(core);
    expect(await stands()).toEqual([]);
    await renewEntry(core, { actor: ben, entryId });
    expect(await stands()).toEqual(["forum"]);
    expect(await cardOf(it, entryId)).toMatchObject({ soon: false });
    await link(it, "other forum");
    expect(await stands()).toEqual(["other forum"]);
    await unlinkShelf(core, { actor: town.admin });
    expect(await stands()).toEqual([]);
    expect(await codeOf(unlinkShelf(core, { actor: town.admin }))).toBe("not_found");
    await link(it, "forum");
    expect(await stands()).toEqual(["forum"]);
    await retireEntry(core, { actor: ben, named: { entryId } });
    // At once: nothing had to look for it.
    const removal = { kind: "shelf-answer", op: "remove", subjectId: entryId, state: "ready" };
    expect(await core.db.delivery.count({ where: removal })).toBeGreaterThan(0);
    expect(await stands()).toEqual([]);
  });

  test("says it once, also when nobody heard that it was posted; and what was given up is said anew", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, heron } = it;
    const entryId = await it.kept();
    const { north, stands } = shelfOf(it);
    await stands();
    await link(it, "forum");
    north.faults.set(north.calls() + 1, { how: "after-store", trouble: { why: "ambiguous" } });
    expect(await stands()).toEqual(["forum"]);
    const [copy] = await core.db.copy.findMany({ where: { kind: "shelf-answer", removedAtMs: null } });
    expect(copy).toMatchObject({ place: "shelf", subjectId: entryId });

    const other = await it.kept();
    for (let call = 1; call <= 6; call += 1)
      north.faults.set(north.calls() + call, { how: "before", trouble: { why: "rejected", what: "filter" } });
    expect(await stands()).toEqual(["forum"]);
    north.faults.clear();
    expect(await renewShelf(core, { actor: town.admin })).toEqual({ answers: 2 });
    expect(await stands()).toEqual(["forum", "forum"]);
    await withdrawEntry(core, { actor: heron, entryId: other });
    await withdrawEntry(core, { actor: heron, entryId });
    expect(await stands()).toEqual([]);
  });

  test("thanks count once a day for each member, and for nobody's name", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, otter, heron } = it;
    const entryId = await it.kept();
    const helped = (actor: Actor) => thisAnsweredIt(core, { actor, entryId, shownBy: { onShelf: true } });
    // Two presses at the same moment are one, and neither is anybody's fault.
    await Promise.all([helped(otter), helped(otter), helped(otter)]);
    const search = { actor: otter, entryId, shownBy: { search: "a" } };
    await Promise.all([thisAnsweredIt(core, search), thisAnsweredIt(core, search)]);
    await helped(heron);
    expect(await core.db.libraryUse.findMany()).toMatchObject([{ found: 3, insteadOfAsking: 0 }]);
    expect(JSON.stringify(await core.db.libraryThanks.findMany())).not.toContain(otter.memberId);
  });

  test("an answer that is reported is a case with its words; hidden it is nowhere, and undone it is back", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, ana, ben, otter } = it;
    const entryId = await it.kept();
    const { stands } = shelfOf(it);
    await link(it, "forum");
    expect(await codeOf(report(it, ana, entryId))).toBe("own_report");
    expect(await codeOf(report(it, otter, "nothing"))).toBe("not_found");
    const { caseId, isNew } = await report(it, otter, entryId);
    expect(isNew).toBe(true);
    expect(await stands()).toEqual(["forum"]);
    const mo = await invite(town, "Mo Moderator", "moderator");
    const shown = await showCase(core, { actor: mo, named: caseId });
    expect(shown).toMatchObject({ about: "kept-answer", person: "Ana Pharmacist" });
    expect(shown.evidence[0]?.text).toContain(WORDS);
    expect(shown.evidence[0]?.text).toContain(ANSWER.can);
    expect(shown.possible).toContain("hide");
    const chosen = { action: "hide", rule: "1", reason: "It is out of date." } as const;
    await decideCase(core, { actor: mo, named: caseId, chosen });
    expect(await it.finds()).toEqual([]);
    expect(await stands()).toEqual([]);
    expect(await codeOf(report(it, otter, entryId))).toBe("not_found");
    await turnStale(core);
    expect(await it.entry(entryId)).toMatchObject({ state: "kept" });
    await undoDecision(core, { actor: mo, named: caseId });
    expect(await it.finds()).toEqual([entryId]);
    expect(await stands()).toEqual(["forum"]);

    // A conversation that is looked at takes its kept answer along, until it goes on.
    const { questionId } = await it.entry(entryId);
    await reportMessage(core, { actor: ben, questionId: questionId ?? "", reason: "Please look." });
    expect(await stands()).toEqual([]);
    await core.db.question.updateMany({ data: { pausedAt: null } });
    expect(await stands()).toEqual(["forum"]);
  });
});
