import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";
import type { Core } from "#core/core.ts";
import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { enterCode } from "#core/credentials/proof/enter-code.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { inviteMember } from "#core/members/invite-member.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { login } from "#core/members/login.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import { newToken } from "#core/members/token.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import type { CaseSubject } from "#core/moderation/cases/case.ts";
import { openCase } from "#core/moderation/cases/open-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";
import { proposePolicies } from "#core/moderation/policies/propose-policies.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { proposeErasure } from "#core/privacy/propose-erasure.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { addNote } from "#core/visit-sheet/add-note.ts";
import { listNotes } from "#core/visit-sheet/list-notes.ts";
import { as, conversations } from "./conversations.ts";
import { experiences } from "./experiences.ts";
import { pairs } from "./pairs.ts";

/** What a community has one of. "my": of the person who acts; "their": of somebody else in the same community. */
export type Subject = keyof Town["subjects"];

export interface Town {
  readonly communityId: string;
  readonly slug: string;
  readonly admin: Actor;
  /** Whoever acts: a member with a credential that stands, accounts on both platforms and a token. */
  readonly me: string;
  readonly token: string;
  readonly subjects: Awaited<ReturnType<typeof makeSubjects>>;
  /** Words of other people's texts: nobody else may be shown one. */
  readonly secrets: readonly string[];
}

export interface Places {
  readonly discord: {
    readonly space: string;
    readonly ask: string;
    readonly me: string;
    readonly finch: string;
  };
  readonly slack: { readonly space: string; readonly me: string };
}

const DANGER = "I want to kill myself tonight.";

async function makePlaces(core: Core, admin: Actor, { discord, slack }: Places) {
  const actor = admin;
  const patients = await linkSpace(core, {
    actor,
    platform: "discord",
    side: "patients",
    externalId: discord.space,
  });
  const team = await linkSpace(core, {
    actor,
    platform: "slack",
    side: "providers",
    externalId: slack.space,
  });
  const { spaceId } = patients;
  await linkChannel(core, { actor, spaceId, purpose: "ask", externalId: discord.ask });
  await linkChannel(core, { actor, spaceId, purpose: "library", externalId: `${discord.ask}7` });
  for (const purpose of ["intake", "moderation", "crisis"] as const)
    await linkChannel(core, {
      actor,
      spaceId: team.spaceId,
      purpose,
      externalId: `${slack.space} ${purpose}`,
    });
  return { patientsId: patients.spaceId, teamId: team.spaceId };
}

interface Making {
  readonly core: Core;
  readonly admin: Actor;
  readonly second: Actor;
  readonly patientsId: string;
  readonly teamId: string;
}

function patient({ core, admin, patientsId }: Making, pseudonym: string, externalId: string) {
  const { communityId } = admin;
  const agreed = { country: "GB", statesAdult: true, textVersion: CONSENT_VERSION };
  return join(core, {
    communityId,
    spaceId: patientsId,
    platform: "discord",
    externalId,
    pseudonym,
    ...agreed,
  });
}

async function verified(making: Making, holder: { member: string } | { code: string; pseudonym: string }) {
  const { core, admin, second } = making;
  const checkedAt = new Date(core.clock.now().getTime() - 1000);
  const { credentialId, memberId, proposalId } = await attestCredential(core, {
    ...("code" in holder ? { ...holder, role: "provider" as const } : holder),
    ...{
      actor: admin,
      first: "Robin",
      last: "Vale",
      profession: "Pharmacist",
      jurisdiction: "United Kingdom",
    },
    ...{ proof: "video", source: "GPhC" },
    licence: `2000001 ${Object.values(holder)[0]}`,
    checkedAt,
  });
  await approveProposal(core, { actor: second, proposalId });
  return { credentialId, memberId };
}

function codeFor({ core, admin, teamId }: Making, externalId: string) {
  const { communityId } = admin;
  return requestLinkCode(core, { communityId, spaceId: teamId, platform: "slack", externalId });
}

/** The second account of the one who acts, and their token. */
async function makeMe(making: Making, me: Actor, externalId: string): Promise<string> {
  const { core, teamId: spaceId } = making;
  const { communityId, memberId } = me;
  const { text, key: tokenKey } = newToken(core);
  const id = core.newId();
  await core.tx(async (tx, createdAt) => {
    const externalKey = accountKey(core, communityId, "slack", externalId);
    const place = { table: "Account", column: "externalIdSealed", row: id };
    const externalIdSealed = await core.vault.seal(tx, { memberId }, place, externalId);
    const account = { id, communityId, memberId, platform: "slack", externalKey, externalIdSealed };
    await tx.account.create({ data: { ...account, spaceId, createdAt } });
    await tx.accessToken.create({ data: { id: core.newId(), memberId, tokenKey, createdAt } });
    await tx.memberRole.create({ data: { memberId, role: "applicant", createdAt } });
  });
  return text;
}

const CLAIM = { first: "Sam", last: "Reed", former: "", profession: "Pharmacist", jurisdiction: "Ontario" };

async function makeCredentials(making: Making, people: { me: Actor; finch: Actor }) {
  const { core, admin, teamId: spaceId } = making;
  const { communityId } = admin;
  const { me, finch } = people;
  const actor = admin;
  const claim = async (pseudonym: string) => {
    const claimant = { communityId, spaceId, platform: "slack", externalId: `U ${pseudonym}`, pseudonym };
    const typed = { ...CLAIM, licence: `L ${pseudonym}`, npi: "", display: "" } as const;
    return claimCredential(core, { claimant, typed });
  };
  const theirClaim = (await claim("Nora")).credentialId;
  const { credentialId: theirProposed, memberId } = await claim("Otto");
  const otto = await startProof(core, { actor, credentialId: theirProposed, kind: "video" });
  await enterCode(core, {
    actor: { memberId, communityId, pseudonym: "Otto", roles: ["applicant"] },
    code: otto.code,
  });
  await recordLookUp(core, {
    ...{ actor, credentialId: theirProposed, source: "College", url: "https://college.example/1" },
    saw: "in-force",
    checkedAt: core.clock.now(),
  });
  const proposal = { actor, credentialId: theirProposed, note: "Met on video." };
  const { proposalId: theirAttested } = await proposeCredential(core, proposal);

  const { code: anasCode } = await codeFor(making, "U Ana");
  const ana = await verified(making, { code: anasCode, pseudonym: "Ana" });
  // Somebody who could look at an answer that Ana wrote to the one who acts.
  const zoe = await verified(making, {
    code: (await codeFor(making, "U Zoe")).code,
    pseudonym: "Zoe",
  });
  const mine = await verified(making, { member: me.memberId });
  const typed = { ...CLAIM, licence: "L mine", npi: "", display: "" } as const;
  const claimant = { actor: as(me, "provider") };
  const { credentialId: myClaim } = await claimCredential(core, { claimant, typed });
  const { code: myCode } = await startProof(core, { actor, credentialId: myClaim, kind: "video" });
  for (const { credentialId } of [ana, mine])
    await questionCredential(core, { actor: as(finch, "patient"), credentialId, reason: "It looks odd." });
  const { code: theirCode } = await codeFor(making, "U Pia");
  return {
    ana: { memberId: ana.memberId, communityId, pseudonym: "Ana", roles: ["provider"] } as Actor,
    zoe: { memberId: zoe.memberId, communityId, pseudonym: "Zoe", roles: ["provider"] } as Actor,
    all: {
      ...{ theirClaim, theirProposed, theirAttested, myClaim, myCode, theirCode },
      theirCredential: ana.credentialId,
      myCredential: mine.credentialId,
    },
  };
}

/** A file of policies that is not in force. */
const HOUSE = {
  file: "house.yaml",
  source: `about: What is not for this place.
rules:
  - id: house.raffle
    kind: community
    severity: low
    action: note
    text: Raffles need a word first.
    match: raffle ...3 ticket
    mustMatch: [A raffle ticket]
    mustNotMatch: [The raffle was fun]
`,
};

/** A decision about each of two people, and one that was appealed against. */
async function makeDecisions({ core, admin, second }: Making, { me, finch }: { me: Actor; finch: Actor }) {
  const { communityId } = admin;
  const decide = async ({ memberId }: Actor) => {
    const subject = { kind: "member", id: memberId, memberId } as const;
    const about = { communityId, subject, severity: 1 } as const;
    const { caseId } = await core.tx((tx, now) => openCase(tx, core, { ...about, now }));
    const chosen = { action: "warn", rule: "1", reason: "Be kind." } as const;
    return decideCase(core, { actor: second, named: caseId, chosen });
  };
  const appealed = async (actor: Actor) => {
    const { decisionId } = await decide(actor);
    await fileAppeal(core, { actor: as(actor, "patient"), decisionId, text: "Please look again." });
    return decisionId;
  };
  const outsider = { platform: "discord", spaceId: "1", accountId: "somebody else" };
  const open = async (id: string, about: Pick<CaseSubject, "memberId" | "outsider">) => {
    const subject = { kind: about.memberId === undefined ? "account" : "member", id, ...about } as const;
    return core.tx((tx, now) => openCase(tx, core, { communityId, subject, severity: 3, now }));
  };
  const { decisionId: myDecision } = await decide(me);
  const { decisionId: theirDecision, caseId: theirDecided } = await decide(finch);
  const [myAppealed, theirAppealed] = [await appealed(me), await appealed(finch)];
  const appealOf = (decisionId: string) => core.db.appeal.findUniqueOrThrow({ where: { decisionId } });
  const { caseId: toBan } = await open("to ban", { outsider });
  const ban = { action: "ban", rule: "3", reason: "Sales." } as const;
  const { proposalId } = await decideCase(core, { actor: second, named: toBan, chosen: ban });
  return {
    ...{ myDecision, theirDecision, theirDecided, myAppealed, theirAppealed },
    ...{ myAppeal: (await appealOf(myAppealed)).id, theirAppeal: (await appealOf(theirAppealed)).id },
    myCase: (await open(me.memberId, { memberId: me.memberId })).caseId,
    theirCase: (await open("another", { outsider })).caseId,
    theirBan: proposalId ?? "",
    theirErasure: (
      await proposeErasure(core, { actor: second, member: admin.memberId, reason: "They asked for it." })
    ).proposalId,
    theirExport: (
      await proposeExport(core, { actor: second, member: admin.memberId, reason: "They asked for it." })
    ).proposalId,
    theirPolicies: (await proposePolicies(core, { actor: second, files: [HOUSE] })).proposalId ?? "",
    theirReveal: (
      await proposeReveal(core, { actor: second, member: admin.memberId, reason: "The police ask." })
    ).proposalId,
  };
}

async function makeSubjects(
  making: Making,
  { me, finch, words, watchedChannel }: { me: Actor; finch: Actor; words: Words; watchedChannel: string },
) {
  const { core, admin } = making;
  const { ana, zoe, all } = await makeCredentials(making, { me, finch });
  const theirs = await conversations(core, finch, me, words.theirs);
  const mine = await conversations(core, me, ana, words.mine);
  await setSecondLooks(core, { actor: admin, secondLooks: 50 });
  const held = await theirs.answeredBy(ana);
  const myHeld = await mine.answeredBy(ana);
  await setSecondLooks(core, { actor: admin, secondLooks: 0 });
  const opined = await theirs.answeredBy(ana);
  const opinionOf = async (actor: Actor) =>
    (await giveOpinion(core, { actor, answerId: opined.messageId, version: 1, stance: "agree" })).messageId;
  const { questionId: paused } = await theirs.answeredBy(ana);
  await reportMessage(core, { actor: ana, questionId: paused, reason: "It is odd." });
  const told = {
    mine: await experiences(core, me, words.mine),
    theirs: await experiences(core, finch, words.theirs),
  };
  const { number } = await core.db.question.findUniqueOrThrow({ where: { id: paused } });
  const myEntries = await makeEntries(core, { asker: me, ana, zoe }, mine.answeredBy);
  const theirEntries = await makeEntries(core, { asker: finch, ana, zoe }, theirs.answeredBy);
  const numbers = await core.db.libraryEntry.findMany({ select: { id: true, number: true } });
  const numberOf = (entryId: string) => String(numbers.find(({ id }) => id === entryId)?.number ?? "");
  const answered = await core.db.question.findUniqueOrThrow({ where: { id: theirs.answered } });
  const alert = async (actor: Actor) =>
    (await hearDanger(core, { actor: as(actor, "patient"), text: DANGER }))?.alertId ?? "";
  return {
    ...all,
    ...(await makeDecisions(making, { me, finch })),
    ...(await pairs(core, { me, finch, ana })),
    ...{
      me: me.memberId,
      theirMember: finch.memberId,
      country: "GB",
      one: "1",
      somebody: "900000000000000001",
    },
    today: core.clock.now().toISOString().slice(0, 10),
    ...{ myNamed: mine.named, theirNamed: theirs.named },
    ...{ myDraft: mine.draft, theirDraft: theirs.draft, myReply: mine.reply, theirReply: theirs.reply },
    ...{ myWaiting: mine.waiting, theirWaiting: theirs.waiting, theirClaimed: theirs.claimed },
    ...{ myAnswered: mine.answered, theirAnswered: theirs.answered },
    ...{ myAnswer: mine.answer, theirAnswer: theirs.answer },
    ...{ myClosed: mine.closed, theirClosed: theirs.closed },
    ...{ theirHeld: held.questionId, theirHeldAnswer: `${held.messageId}/1` },
    ...{ myHeld: myHeld.questionId, myHeldAnswer: `${myHeld.messageId}/1` },
    ...{ theirAnswerRead: `${(await theirs.answeredBy(ana)).messageId}/1`, myAnswerRead: `${mine.answer}/1` },
    ...{ myOpinion: await opinionOf(as(me, "provider")), theirOpinion: await opinionOf(zoe) },
    ...{ myToKeep: myEntries.proposed, theirToKeep: theirEntries.proposed },
    ...{ myAgreed: myEntries.agreed, theirAgreed: theirEntries.agreed },
    ...{ myKept: myEntries.kept, theirKept: theirEntries.kept },
    ...{ myStale: myEntries.stale, theirStale: theirEntries.stale },
    ...{ theirKeptNumber: numberOf(theirEntries.kept), theirStaleNumber: numberOf(theirEntries.stale) },
    theirAnsweredNumber: String(answered.number),
    theirPausedNumber: String(number),
    ...{ myTold: told.mine.told, myToldCard: told.mine.card, myShared: told.mine.shared },
    ...{ theirTold: told.theirs.told, theirToldCard: told.theirs.card, theirShared: told.theirs.shared },
    ...{ mySharedNumber: told.mine.number, theirSharedNumber: told.theirs.number, label: "violence" },
    watchedChannel,
    myNote: await noteOf(core, me),
    theirNote: await noteOf(core, finch),
    myAlert: await alert(me),
    theirAlert: await alert(finch),
  };
}

async function noteOf(core: Core, member: Actor): Promise<string> {
  const actor = as(member, "patient");
  await addNote(core, { actor, kind: "note", text: "Bring the blue folder." });
  return (await listNotes(core, { actor }))[0]?.noteId ?? "";
}

type Answered = Awaited<ReturnType<typeof conversations>>["answeredBy"];

/** An answer of Ana's to one asker, at each step on its way into the library, and past its day. */
async function makeEntries(
  core: Core,
  people: { asker: Actor; ana: Actor; zoe: Actor },
  answeredBy: Answered,
) {
  const { asker, ana, zoe } = people;
  const patient = as(asker, "patient");
  const proposed = async () => {
    const { messageId } = await answeredBy(ana);
    const words = "What helps somebody who wakes up early?";
    const actor = as(ana, "provider");
    return (await proposeEntry(core, { actor, named: { messageId }, words })).entryId;
  };
  const agreed = async () => {
    const entryId = await proposed();
    await agreeToKeep(core, { actor: patient, entryId });
    return entryId;
  };
  const kept = async () => {
    const entryId = await agreed();
    await passEntry(core, { actor: as(zoe, "provider"), entryId, months: 12 });
    return entryId;
  };
  const stale = await kept();
  await core.db.libraryEntry.update({ where: { id: stale }, data: { reviewBy: core.clock.now() } });
  await turnStale(core);
  return { stale, proposed: await proposed(), agreed: await agreed(), kept: await kept() };
}

interface Words {
  readonly mine: string;
  readonly theirs: string;
}

/** A community with one of everything. The first one needs no actor. */
export async function makeTown(
  core: Core,
  { name, places, words, actor }: { name: string; places: Places; words: Words; actor?: Actor },
): Promise<Town> {
  const made = await createCommunity(core, {
    ...{ name, country: "GB", bridge: "on", adminPseudonym: "Ada", ...(actor ? { actor } : {}) },
  });
  const { communityId, slug } = made;
  const admin: Actor = { memberId: made.adminMemberId, communityId, pseudonym: "Ada", roles: ["admin"] };
  const { code } = await inviteMember(core, { actor: admin, pseudonym: "Ben", role: "admin" });
  const { actor: second } = await login(core, { code });
  const making = { core, admin, second, ...(await makePlaces(core, admin, places)) };
  const me = await patient(making, "Quill", places.discord.me);
  const finch = await patient(making, "Warm Finch", places.discord.finch);
  const token = await makeMe(making, me, places.slack.me);
  const subjects = await makeSubjects(making, {
    ...{ me, finch, words },
    watchedChannel: `${places.discord.space}7`,
  });
  return { communityId, slug, admin, me: me.memberId, token, subjects, secrets: [words.theirs] };
}
