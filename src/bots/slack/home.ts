import type { View } from "@slack/types";
import { credentialLine } from "#bots/credential-words.ts";
import { type Actor, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { claimsToVouch, myCredentials } from "#core/credentials/claim/my-credentials.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { keptThanks } from "#core/library/kept-thanks.ts";
import { findActor } from "#core/members/find-actor.ts";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { ownThanks } from "#core/questions/own-thanks.ts";
import { queue } from "#core/questions/queue.ts";
import { ownStep } from "#core/questions/second-look/own-step.ts";
import { triageFace } from "./cards/triage.ts";
import { ownCredentialFace, STRANGER, vouchFace } from "./home-credentials.ts";
import { keptThanksPieces } from "./home-library.ts";
import { BARRED, decisionFaces, moderationFace } from "./home-moderation.ts";
import { stepPieces } from "./home-step.ts";
import { thanksPieces } from "./home-thanks.ts";
import { blocksOf, escapeText, type Face } from "./markup.ts";
import type { Who } from "./press.ts";

const MOST_SHOWN = 8;
/** Slack takes no more blocks on one page. */
const MOST_BLOCKS = 100;

/** Standing first, then what waits, then colleagues who may be known. */
async function facesFor(core: Core, actor: Actor): Promise<Face[]> {
  const standing = await standingOf(core.db, actor.memberId, core.clock.now());
  const title = `Hello, ${actor.pseudonym}`;
  const own = await myCredentials(core, { actor });
  if (!standing.ok) {
    return [{ title, pieces: [], buttons: [] }, ownCredentialFace(own, core.mail !== undefined)];
  }
  const { id, line } = standing.credential;
  const reads = can(actor, "question.read-card");
  const cards = reads ? await queue(core, { actor }) : [];
  const waiting = cards.filter(({ status }) => status === "waiting").length;
  const head: Face = {
    title,
    pieces: [
      { ours: escapeText(credentialLine(line, core.clock.now())) },
      ...(reads ? stepPieces(await ownStep(core, { actor })) : []),
      ...(reads ? thanksPieces(await ownThanks(core, { actor }), core.clock.now()) : []),
      ...(can(actor, "library.agree") ? keptThanksPieces(await keptThanks(core, { actor })) : []),
      ...(reads ? [{ ours: waiting === 0 ? "Nothing waits." : `*${waiting}* waiting.` }] : []),
    ],
    buttons: [
      { verb: "credential", subject: id, label: "What patients can check" },
      { verb: "claim-credential", subject: "own", label: "Claim another" },
    ],
  };
  const colleagues = can(actor, "credential.vouch") ? await claimsToVouch(core, { actor }) : [];
  // A further claim, such as for a second state, or a question about the one that stands.
  const further = own.some(({ undecided, underReview }) => undecided || underReview);
  return [
    head,
    ...(further ? [ownCredentialFace(own, core.mail !== undefined)] : []),
    ...cards.slice(0, MOST_SHOWN).map((card) => triageFace(card, actor.pseudonym)),
    ...colleagues.map(vouchFace),
  ];
}

/** All of a member's page but its foot: what was decided about them stands right after who they are. */
async function pageFor(core: Core, actor: Actor): Promise<Face[]> {
  const [head, ...rest] = await facesFor(core, actor);
  return [...(head === undefined ? [] : [head]), ...decisionFaces(await myStrikes(core, { actor })), ...rest];
}

/** What a person's home page shows: a way to say who they are, how that stands, or their standing and the queue. */
export async function homeOf(core: Core, who: Who): Promise<View> {
  const { actor, barred } = await findActor(core, {
    platform: "slack",
    accountExternalId: who.accountId,
    spaceExternalId: who.spaceId,
  });
  if (barred) return { type: "home", blocks: blocksOf(BARRED) };
  const faces = actor === undefined ? [STRANGER] : await pageFor(core, actor);
  const foot = blocksOf(moderationFace(actor !== undefined && can(actor, "report.file")));
  return { type: "home", blocks: [...faces.flatMap(blocksOf).slice(0, MOST_BLOCKS - foot.length), ...foot] };
}
