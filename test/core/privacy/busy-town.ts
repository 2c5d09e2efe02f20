import type { Actor } from "#core/access.ts";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";
import { decideCase as decideOnCredential } from "#core/credentials/cases/decide-case.ts";
import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { replyToCase } from "#core/credentials/cases/reply-to-case.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { askAppellant, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { askForCompany } from "#core/moderation/ask-for-company.ts";
import { noteOnCase } from "#core/moderation/cases/note-on-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { resumeQuestion } from "#core/moderation/resume-question.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { declineQuestion } from "#core/questions/decline-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { rate } from "#core/questions/rate.ts";
import { readLook } from "#core/questions/second-look/read-look.ts";
import { sendBackAnswer } from "#core/questions/second-look/send-back-answer.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { addNote } from "#core/visit-sheet/add-note.ts";
import { type Moderated, moderatedTown, postBy, standing } from "../moderation/moderated.ts";
import { joinAs } from "../small-town.ts";

/** Everybody of it. Accounts of patients have other ids than their names. */
export interface Busy extends Moderated {
  readonly heron: Actor;
  readonly otter: Actor;
  readonly ana: Actor;
  readonly bea: Actor;
  readonly everybody: readonly Actor[];
}

const answerWith = (word: string) => ({
  often: `This is often about ${word} and harmless.`,
  can: "Rest your eyes.",
  urgent: "",
  clinician: "",
});

/** A question with one telling word in it, sent unless said otherwise. */
export async function asks({ core }: Moderated, actor: Actor, word: string, { send = true } = {}) {
  const { questionId } = await draftQuestion(core, {
    actor,
    text: `My head hurts after ${word}. What helps?`,
    tried: "Rest",
    topic: "Medicines",
    forWhom: "self",
    ageBand: "30-44",
  });
  if (send) await sendQuestion(core, { actor, questionId });
  return questionId;
}

async function conversations({ core, admin, ...town }: Busy) {
  const { heron, otter, ana, bea } = town;
  const first = await asks({ core, admin, ...town }, heron, "marmalade");
  await claimQuestion(core, { actor: ana, questionId: first });
  await askBack(core, { actor: ana, questionId: first, text: "Is it worse with an umbrella?" });
  const reply = await draftReply(core, { actor: heron, questionId: first, text: "Only near a trombone." });
  await sendReply(core, { actor: heron, messageId: reply.messageId });
  const { messageId } = await answerQuestion(core, {
    actor: ana,
    questionId: first,
    text: answerWith("bicycles"),
  });
  await editAnswer(core, { actor: ana, messageId, text: answerWith("saucers") });
  await editMessage(core, { actor: heron, messageId: reply.messageId, text: "Only near a velvet." });
  await rate(core, { actor: heron, questionId: first, helped: true });
  await sendToPatient(core, { actor: ana, questionId: first, text: "Keep a walnut near." });
  await asks({ core, admin, ...town }, heron, "pineapples", { send: false });
  const gone = await asks({ core, admin, ...town }, heron, "cushions");
  await takeBack(core, { actor: heron, questionId: gone });

  await addNote(core, { actor: heron, kind: "ask", text: "Is it the harmonica?" });

  const other = await asks({ core, admin, ...town }, otter, "ribbons");
  await claimQuestion(core, { actor: bea, questionId: other });
  await declineQuestion(core, { actor: bea, questionId: other });
  await setSecondLooks(core, { actor: admin, secondLooks: 3 });
  const third = await asks({ core, admin, ...town }, otter, "teapots");
  await claimQuestion(core, { actor: ana, questionId: third });
  await answerQuestion(core, { actor: ana, questionId: third, text: answerWith("lemons") });
  const look = await readLook(core, { actor: bea, questionId: third });
  const { messageId: held, edition } = look;
  await sendBackAnswer(core, { actor: bea, messageId: held, edition, note: "Say less of raisins." });
  await setSecondLooks(core, { actor: admin, secondLooks: 0 });
  const { messageId: meant } = { messageId };
  await reportMessage(core, {
    actor: heron,
    questionId: first,
    messageId: meant,
    reason: "It speaks of gravel.",
  });
  const { number } = await core.db.question.findUniqueOrThrow({ where: { id: first } });
  await resumeQuestion(core, { actor: town.mo, number });
}

const PLACE = { platform: "north", spaceId: "Sunny Side/patients" };

async function moderation(town: Busy) {
  const { core, heron, otter, mo, kit, ben, clock } = town;
  const person = { ...PLACE, accountId: "heron-account" };
  const { caseId } = await reportMember(core, { actor: otter, person, reason: "They shout of pebbles." });
  await noteOnCase(core, { actor: mo, named: caseId, text: "Look at the mustard too." });
  const chosen = { action: "strike", rule: "1", reason: "You were loud about kettles." } as const;
  const { decisionId } = await decideCase(core, { actor: mo, named: caseId, chosen });
  clock.advance(1000);
  const { appealId } = await fileAppeal(core, {
    actor: heron,
    decisionId,
    text: "It was a song about pillows.",
  });
  clock.advance(1000);
  await askAppellant(core, { actor: kit, named: appealId, text: "Which drum was it?" });
  await replyToAppeal(core, { actor: heron, decisionId, text: "The blue feather." });
  await decideAppeal(core, {
    actor: kit,
    named: appealId,
    outcome: "upheld",
    reason: "It stays for the curtain.",
  });
  const post = postBy("otter-account", "Buy my cabbage, only 20.");
  const reported = await reportPost(core, { actor: heron, post, reason: "They sell a carpet." });
  await decideCase(core, {
    actor: ben,
    named: reported.caseId,
    chosen: { action: "dismiss", reason: "It was a joke about butter." },
  });
  const again = await reportMember(core, { actor: otter, person, reason: "Once more the thimble." });
  await decideCase(core, {
    actor: kit,
    named: again.caseId,
    chosen: { action: "dismiss", reason: "Nothing but a candle." },
  });
}

async function danger(town: Busy) {
  const { core, heron, otter, mo, clock } = town;
  await worryAbout(core, {
    actor: otter,
    person: { ...PLACE, accountId: "heron-account" },
    why: "They spoke of the ladder.",
  });
  clock.advance(3 * 3_600_000);
  const alert = await hearDanger(core, { actor: heron, text: "I want to kill myself tonight." });
  await askForCompany(core, { actor: heron, alertId: alert?.alertId ?? "" });
  await takeAlert(core, { actor: mo, alertId: alert?.alertId ?? "" });
}

async function credentials(town: Busy) {
  const { core, heron, ana, mo } = town;
  const { id } = await core.db.credential.findFirstOrThrow({ where: { memberId: ana.memberId } });
  await questionCredential(core, { actor: heron, credentialId: id, reason: "It hangs on a bucket." });
  await replyToCase(core, { actor: ana, credentialId: id, text: "It lies under a hammer." });
  await decideOnCredential(core, {
    actor: mo,
    credentialId: id,
    decision: "dismiss",
    reason: "No trace of a barrel.",
  });
}

async function twoPeople({ core, admin, ben }: Busy) {
  const reveal = (member: string, reason: string) => proposeReveal(core, { actor: admin, member, reason });
  const agreed = await reveal("Quiet Heron", "The police ask for the compass.");
  await approveProposal(core, { actor: ben, proposalId: agreed.proposalId });
  await reveal("Loud Otter", "The police ask for the anchor.");
}

/** A community in which everything happens that leaves something behind. */
export async function busyTown(store: Store, options?: Parameters<typeof moderatedTown>[1]): Promise<Busy> {
  const moderated = await moderatedTown(store, options);
  const people = {
    heron: await joinAs(moderated, "Quiet Heron", "heron-account"),
    otter: await joinAs(moderated, "Loud Otter", "otter-account"),
    ana: await standing(moderated, "Ana Pharmacist"),
    bea: await standing(moderated, "Bea Nurse"),
  };
  const { admin, ben, mo, kit } = moderated;
  const town = { ...moderated, ...people, everybody: [admin, ben, mo, kit, ...Object.values(people)] };
  await conversations(town);
  await moderation(town);
  await danger(town);
  await credentials(town);
  await twoPeople(town);
  await town.drain();
  return town;
}
