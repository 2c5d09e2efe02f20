import { expect, test } from "vitest";
import { choose } from "#core/experiences/choose.ts";
import { chooseLabels } from "#core/experiences/choose-labels.ts";
import { findExperiences } from "#core/experiences/find-experiences.ts";
import { labelExperience } from "#core/experiences/label-experience.ts";
import { shareAgain } from "#core/experiences/share-again.ts";
import { shareExperience } from "#core/experiences/share-experience.ts";
import { showExperience } from "#core/experiences/show-experience.ts";
import { showOwn } from "#core/experiences/show-own.ts";
import { withdrawExperience } from "#core/experiences/withdraw-experience.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportExperience } from "#core/moderation/reports/report-experience.ts";
import { describeOnBoth, type TestDatabase } from "../../support/databases.ts";
import { moderatedTown } from "../moderation/moderated.ts";
import { addCommunity, codeOf, invite, joinAs } from "../small-town.ts";
import { shared, sharedBy } from "./experienced.ts";

const HELPED = "Going with a neighbour. My shop sells poles.";
const rule = "1";
const reason = "It points at your own shop.";

async function reported(database: TestDatabase) {
  const town = await moderatedTown(await database.openNew());
  const { core } = town;
  const finch = await joinAs(town, "Warm Finch");
  const heron = await shared(town, "Quiet Heron", { typed: { helped: HELPED } });
  const { experienceId } = heron;
  const report = () => reportExperience(core, { actor: finch, experienceId, reason: "It sells." });
  const found = async () => (await findExperiences(core, { actor: finch, words: "walking" })).cards;
  const { caseId } = await report();
  return { town, core, finch, heron, experienceId, caseId, report, found };
}

describeOnBoth("an experience that somebody reported", (database) => {
  test("is a case with its words as they stood, which another community's moderators never see", async () => {
    const { town, core, heron, caseId, experienceId, report } = await reported(database);
    const shown = await showCase(core, { actor: town.mo, named: caseId });
    expect([shown.about, shown.person, shown.evidence[0]?.what]).toEqual([
      "experience",
      "Quiet Heron",
      "experience",
    ]);
    expect(shown.evidence[0]?.text).toContain(HELPED);
    expect(shown.possible).toEqual([
      "dismiss",
      "hide",
      "redact",
      "warn",
      "strike",
      "time-out",
      "suspend-provider",
      "remove",
      "ban",
    ]);
    expect((await report()).isNew).toBe(false);
    const own = { actor: heron.actor, experienceId, reason: "Mine." };
    expect(await codeOf(reportExperience(core, own))).toBe("own_report");
    const other = await addCommunity(core, town.clock, { name: "Lantern", actor: town.admin });
    const rook = await joinAs(other, "Far Rook");
    expect(await codeOf(reportExperience(core, { ...own, actor: rook }))).toBe("not_found");
    const farMo = await invite(other, "Far Mo", "moderator");
    expect(await codeOf(showCase(core, { actor: farMo, named: caseId }))).toBe("not_found");
  });

  test("loses the words that are removed, its author sees which, and an appeal gives them back", async () => {
    const { town, core, heron, caseId, experienceId, found } = await reported(database);
    const { actor } = heron;
    const chosen = { action: "redact", rule, reason, words: ["My shop sells poles."] } as const;
    const { decisionId } = await decideCase(core, { actor: town.mo, named: caseId, chosen });
    await town.drain();
    expect(town.cards(town.north, "decision")[0]).toMatchObject({ removedWords: ["My shop sells poles."] });
    const [card] = await found();
    expect(card?.text.helped).toBe("Going with a neighbour. [removed by the moderators]");
    expect(card?.redacted).toBe(true);
    expect(await showOwn(core, { actor, experienceId })).toMatchObject({ status: "redacted" });
    // A choice alone is no new text: what was removed stays removed, and can still come back.
    const { edition } = await choose(core, { actor, experienceId, choice: "noticed", value: "months" });
    await shareExperience(core, { actor, experienceId, edition });
    expect((await showOwn(core, { actor, experienceId })).status).toBe("redacted");
    expect((await found())[0]?.text.helped).not.toContain("My shop");
    await fileAppeal(core, { actor, decisionId, text: "They are my neighbour's." });
    const named = String((await showCase(core, { actor: town.kit, named: caseId })).number);
    await decideAppeal(core, { actor: town.kit, named, outcome: "overturned", reason: "So it is." });
    const [again] = await found();
    expect([again?.text.helped, again?.redacted]).toEqual([HELPED, false]);
  });

  test("keeps what another decision removed when one is undone", async () => {
    const { town, core, heron, caseId, experienceId, report, found } = await reported(database);
    const redact = (named: string, words: string[]) =>
      decideCase(core, { actor: town.mo, named, chosen: { action: "redact", rule, reason, words } });
    await redact(caseId, ["My shop"]);
    const { caseId: second } = await report();
    await redact(second, ["neighbour"]);
    await undoDecision(core, { actor: town.kit, named: second });
    const [card] = await found();
    expect(card?.text.helped).toBe("Going with a neighbour. [removed by the moderators] sells poles.");
    expect((await showOwn(core, { actor: heron.actor, experienceId })).status).toBe("redacted");
  });

  test("stays hidden however often its author withdraws and shares it, until that is undone", async () => {
    const { town, core, heron, caseId, experienceId, found, report } = await reported(database);
    const { actor } = heron;
    await decideCase(core, { actor: town.mo, named: caseId, chosen: { action: "hide", rule, reason } });
    expect(await found()).toEqual([]);
    expect(await codeOf(report())).toBe("not_found");
    await withdrawExperience(core, { actor, experienceId });
    expect((await shareAgain(core, { actor, experienceId })).status).toBe("hidden");
    expect(await found()).toEqual([]);
    expect((await showExperience(core, { actor: town.mo, number: heron.number })).status).toBe("hidden");
    await undoDecision(core, { actor: town.kit, named: caseId });
    expect(await found()).toHaveLength(1);
  });

  test("gets a label of a moderator, its author is told and cannot take it away", async () => {
    const { town, core, heron, experienceId, found, finch } = await reported(database);
    const label = (actor: typeof finch, on = true, number = heron.number) =>
      labelExperience(core, { actor, number, label: "weight-food", on });
    expect(await codeOf(label(finch))).toBe("not_allowed");
    await label(town.mo);
    expect((await label(town.mo)).changed).toBe(false);
    await town.drain();
    expect(town.cards(town.north, "experience-label")).toMatchObject([
      { label: "weight-food", number: heron.number },
    ]);
    await chooseLabels(core, { actor: heron.actor, experienceId, labels: ["violence"] });
    expect((await found())[0]?.labels).toEqual(["weight-food", "violence"]);
    const theirs = labelExperience(core, {
      actor: town.mo,
      number: heron.number,
      label: "violence",
      on: false,
    });
    expect(await codeOf(theirs)).toBe("invalid_input");
    await label(town.mo, false);
    expect((await found())[0]?.labels).toEqual(["violence"]);
  });

  test("is looked at by moderators by itself where screening finds what breaks a rule", async () => {
    const { town, core } = await reported(database);
    const actor = await joinAs(town, "Loud Otter");
    const typed = { friend: "DM me, I sell oxy, cheap, 30 dollars a pill" };
    const { experienceId } = await sharedBy(town, actor, { typed });
    expect(await core.db.case.count({ where: { subjectKind: "experience", subjectId: experienceId } })).toBe(
      1,
    );
  });
});
