import { expect, test } from "vitest";
import { decideCase } from "#core/credentials/cases/decide-case.ts";
import { listCases } from "#core/credentials/cases/list-cases.ts";
import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { replyToCase } from "#core/credentials/cases/reply-to-case.ts";
import { credentialCard } from "#core/credentials/credential-card.ts";
import {
  loadCredentialAlertCard,
  loadCredentialNoticeCard,
} from "#core/credentials/load-credential-cards.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { digitsIn } from "../../support/digits.ts";
import { codeOf, invite, joinAs } from "../small-town.ts";
import { registryTown, verified } from "./claims.ts";

describeOnBoth("a question about a credential", ({ openNew }) => {
  test("becomes one case, changes nothing at first, and says under review once a moderator agreed", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, memberId, actor } = await verified(town);
    const heron = await joinAs(town, "Quiet Heron");
    const otter = await joinAs(town, "Warm Otter");
    const mo = await invite(town, "Mo", "moderator");
    const { caseId } = await questionCredential(core, {
      actor: heron,
      credentialId,
      reason: "They said they work with my sister, call me on 206 555 0147.",
    });
    const second = await questionCredential(core, { actor: otter, credentialId, reason: "I doubt it too." });
    expect(second.caseId).toBe(caseId);
    expect((await credentialCard(core, { credentialId })).underReview).toBe(false);
    await replyToCase(core, { actor, credentialId, text: "I have never met them." });
    const [open] = await listCases(core, { actor: mo });
    expect(open).toMatchObject({ provider: "Robin Vale", state: "open" });
    expect(open?.notes.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      "question Quiet Heron",
      "question Warm Otter",
      "reply Robin Vale",
    ]);
    expect(digitsIn(JSON.stringify(open?.notes), "0147", "2065550147")).toEqual([]);
    await decideCase(core, { actor: mo, credentialId, decision: "agree", reason: "Worth a look." });
    expect((await credentialCard(core, { credentialId })).underReview).toBe(true);
    expect((await standingOf(core.db, memberId, clock.now())).ok).toBe(true);
    await decideCase(core, { actor: mo, credentialId, decision: "settle", reason: "All in order." });
    expect((await credentialCard(core, { credentialId })).underReview).toBe(false);
    expect(await listCases(core, { actor: mo })).toEqual([]);
    const later = await questionCredential(core, { actor: otter, credentialId, reason: "Still." });
    expect(later.caseId).not.toBe(caseId);
  });

  test("tells whose it is that there is one, and never who asked or what", async () => {
    const town = await registryTown(await openNew());
    const { core } = town;
    const { credentialId } = await verified(town);
    const heron = await joinAs(town, "Quiet Heron");
    await questionCredential(core, { actor: heron, credentialId, reason: "I know them from school." });
    const subject = async (kind: string) =>
      (await core.db.delivery.findMany({ where: { kind }, orderBy: { id: "asc" } })).at(-1)?.subjectId ?? "";
    const notice = await subject("credential-notice");
    const alert = await subject("credential-alert");
    const holder = await core.tx((tx) => loadCredentialNoticeCard(tx, core, notice));
    expect(holder).toMatchObject({ about: "questioned", reason: "" });
    expect(JSON.stringify(holder)).not.toContain("Heron");
    const team = await core.tx((tx) => loadCredentialAlertCard(tx, core, alert));
    expect(team).toMatchObject({ about: "questioned", reason: "I know them from school." });
  });

  test("is decided by nobody who asked it, nor by whose it is, and once", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, memberId, actor } = await verified(town);
    const mo = await invite(town, "Mo", "moderator");
    const zoe = await invite(town, "Zoe", "moderator");
    const decide = (by: typeof mo, decision: "agree" | "dismiss" | "settle") =>
      codeOf(decideCase(core, { actor: by, credentialId, decision, reason: "Because." }));
    expect(await decide(mo, "agree")).toBe("not_found");
    await questionCredential(core, { actor: mo, credentialId, reason: "A doubt." });
    expect(await decide(mo, "dismiss")).toBe("second_person");
    await core.db.memberRole.create({ data: { memberId, role: "moderator", createdAt: clock.now() } });
    expect(await decide({ ...actor, roles: ["provider", "moderator"] }, "dismiss")).toBe("not_allowed");
    expect(await listCases(core, { actor: { ...actor, roles: ["provider", "moderator"] } })).toEqual([]);
    expect(await decide(zoe, "settle")).toBe("case_status");
    expect(await decide(zoe, "dismiss")).toBe("ok");
    expect(await decide(zoe, "dismiss")).toBe("not_found");
  });

  test("comes three times a day from one member, and never about oneself or elsewhere", async () => {
    const town = await registryTown(await openNew());
    const { core } = town;
    const { credentialId, actor } = await verified(town);
    const heron = await joinAs(town, "Quiet Heron");
    const ask = (by: typeof heron, id = credentialId) =>
      codeOf(questionCredential(core, { actor: by, credentialId: id, reason: "A doubt." }));
    expect(await ask(actor)).toBe("not_allowed");
    expect(await ask(heron, "no-such")).toBe("not_found");
    for (let at = 0; at < 3; at += 1) expect(await ask(heron)).toBe("ok");
    expect(await ask(heron)).toBe("too_many");
    expect(await codeOf(replyToCase(core, { actor: heron, credentialId, text: "x" }))).toBe("not_allowed");
  });
});
