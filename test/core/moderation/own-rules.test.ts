import { expect, test } from "vitest";
import { decisionWords } from "#bots/moderation-words.ts";
import type { Core } from "#core/core.ts";
import { appealQueue, showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { sealDetail } from "#core/moderation/decisions/detail.ts";
import { loadDecisionCard } from "#core/moderation/decisions/load-decision-card.ts";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { lostRules } from "#core/moderation/lost-rules.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { shippedRules } from "#core/moderation/shipped-rules.ts";
import { showProposal } from "#core/proposals/show-proposal.ts";
import { monthNamed } from "#core/reporting/month.ts";
import { transparencyReport } from "#core/reporting/transparency-report.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { OWN_RULES, ownRuleBook } from "../../support/own-rules.ts";
import { codeOf, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown } from "./moderated.ts";

const BOOK = ownRuleBook();
const RETIRED = ownRuleBook(OWN_RULES.replace("points: 2\n  reason", "points: 2\n  retired: true\n  reason"));

/** The same installation after its file of rules was changed and everything started anew. */
const withRules = (core: Core, rules: RuleBook): Core => ({ ...core, rules: () => rules });

const person = (accountId: string) => ({ platform: "north", spaceId: "Sunny Side/patients", accountId });

async function reported(town: Moderated, name: string, rule?: string) {
  const actor = await joinAs(town, name);
  const report = { actor: town.kit, person: person(name), reason: "Look at it." };
  const { caseId } = await reportMember(town.core, { ...report, ...(rule === undefined ? {} : { rule }) });
  return { actor, caseId };
}

const severityOf = async (town: Moderated, caseId: string) =>
  (await town.core.db.case.findUniqueOrThrow({ where: { id: caseId } })).severity;

describeOnBoth("a rule of one's own", ({ openNew }) => {
  test("says how soon a report is looked at, and what a strike weighs; the notice reads it out", async () => {
    const town = await moderatedTown(await openNew(), { rules: BOOK });
    const { core, mo, north } = town;
    const { actor, caseId } = await reported(town, "Loud Otter", "own-photos");
    expect(await severityOf(town, caseId)).toBe(2);
    const chosen = { action: "strike", rule: "21", reason: "It shows a ward." } as const;
    await decideCase(core, { actor: mo, named: caseId, chosen });
    await town.drain();
    const [card] = town.cards(north, "decision");
    expect(card && decisionWords(card).lines[0]).toContain(
      'It is about rule 21, "No photos of wards": Other patients may be in them, and they were not asked.',
    );
    const { points, decisions } = await myStrikes(core, { actor });
    expect([points, decisions[0]?.rule]).toEqual([2, "rule 21 (no photos of wards)"]);
    expect((await core.db.decision.findFirstOrThrow()).rule).toBe("own-photos");
  });

  test("that is retired takes no new decision and makes no report urgent", async () => {
    const town = await moderatedTown(await openNew(), { rules: RETIRED });
    const { core, mo } = town;
    const { caseId } = await reported(town, "Loud Otter", "own-photos");
    expect(await severityOf(town, caseId)).toBe(1);
    for (const rule of ["21", "own-photos", "8", "no-flooding"]) {
      const chosen = { action: "warn", rule, reason: "It is." } as const;
      expect(await codeOf(decideCase(core, { actor: mo, named: caseId, chosen }))).toBe("no_such_rule");
    }
  });

  test("is read everywhere as it was when it was decided on, after it was changed, retired or taken out", async () => {
    const town = await moderatedTown(await openNew(), { rules: BOOK });
    const { core, mo, ben } = town;
    const { actor, caseId } = await reported(town, "Loud Otter");
    const chosen = { action: "ban", rule: "own-photos", reason: "It shows a ward." } as const;
    const { decisionId, proposalId } = await decideCase(core, { actor: mo, named: caseId, chosen });
    await fileAppeal(core, { actor, decisionId, text: "It was my own room." });
    const saidWith = async (rules: RuleBook) => {
      const later = withRules(core, rules);
      const proposal = await showProposal(later, { actor: ben, proposalId: proposalId ?? "" });
      const card = await later.tx((tx) => loadDecisionCard(tx, later, decisionId));
      return {
        words: [
          (await showCase(later, { actor: mo, named: caseId })).decisions[0]?.rule,
          (await myStrikes(later, { actor })).decisions[0]?.rule,
          (await appealQueue(later, { actor: ben }))[0]?.rule,
          (await showAppeal(later, { actor: ben, named: "1" })).rule,
          JSON.stringify(proposal).match(/"rule":"([^"]*)"/)?.[1],
        ],
        notice: card === undefined ? "" : decisionWords(card).lines[0],
      };
    };
    const stands = "rule 21 (no photos of wards)";
    const gone = "rule 21 (no photos of wards, no longer a rule)";
    const changed = ownRuleBook(OWN_RULES.replace("No photos of wards", "Ask before you post a photo"));
    expect((await saidWith(changed)).words).toEqual(Array(5).fill(stands));
    for (const rules of [RETIRED, shippedRules()]) {
      const { words, notice } = await saidWith(rules);
      expect(words).toEqual(Array(5).fill(gone));
      expect(notice).toContain("they were not asked. It is no longer a rule here, but it was one then.");
    }
    expect(await lostRules(core)).toEqual([]);
    expect(await lostRules(withRules(core, RETIRED))).toEqual([]);
    expect(await lostRules(withRules(core, shippedRules()))).toEqual([{ id: "own-photos", decisions: 1 }]);
  });

  test("of before decisions kept how a rule read is told as the list has it now", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { actor, caseId } = await reported(town, "Loud Otter");
    const chosen = { action: "warn", rule: "8", reason: "Ten times." } as const;
    const { decisionId } = await decideCase(core, { actor: mo, named: caseId, chosen });
    await core.tx(async (tx) => {
      const row = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
      const detailSealed = await sealDetail(tx, core, row, { reason: "Ten times.", stays: "All." });
      await tx.decision.update({ where: { id: decisionId }, data: { detailSealed } });
    });
    const said = async (rules: RuleBook) =>
      (await myStrikes(withRules(core, rules), { actor })).decisions[0]?.rule;
    expect(await said(shippedRules())).toBe("rule 8 (no flooding)");
    expect(await said(BOOK)).toBe("rule 8 (no flooding, no longer a rule)");
  });

  test("has a row of its own in the transparency report; one that was taken out is counted with the unknown", async () => {
    const town = await moderatedTown(await openNew(), { rules: BOOK });
    const { core, mo, admin, clock } = town;
    for (let at = 0; at < 6; at += 1) {
      const { caseId } = await reported(town, `Otter ${at}`);
      const chosen = { action: "warn", rule: "21", reason: "A ward." } as const;
      await decideCase(core, { actor: mo, named: caseId, chosen });
    }
    clock.advance(new Date("2031-04-02T00:00:00Z").getTime() - clock.now().getTime());
    const month = monthNamed("2031-03");
    if (month === undefined) throw new Error("no such month");
    const reportWith = async (rules: RuleBook) => {
      const { counts, sections } = await transparencyReport(withRules(core, rules), { actor: admin, month });
      const rows = sections.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
      const told = (id: string) => [counts[id], rows.find((row) => row.id === id)?.words];
      return ["rule.own-photos", "rule.no-flooding", "rule.kind", "rule.other"].map(told);
    };
    const unknown = "A rule that is no longer in the list";
    expect(await reportWith(BOOK)).toEqual([
      [6, "Rule 21: no photos of wards"],
      [0, "Rule 8: no flooding, no longer a rule"],
      [0, "Rule 1: kindness first"],
      [0, unknown],
    ]);
    expect((await reportWith(RETIRED))[0]).toEqual([6, "Rule 21: no photos of wards, no longer a rule"]);
    expect(await reportWith(shippedRules())).toEqual([
      [undefined, undefined],
      [0, "Rule 8: no flooding"],
      [0, "Rule 1: be kind"],
      [6, unknown],
    ]);
  });
});
