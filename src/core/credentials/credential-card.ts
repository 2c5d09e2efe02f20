import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { dayWords } from "#core/language/formats.ts";
import { msg, t } from "#core/language/t.ts";
import { openText } from "#core/questions/message-text.ts";
import { isGood } from "./checks/check.ts";
import { type CredentialStatus, statusOf } from "./credential.ts";
import { newestChecks } from "./decision/check-detail.ts";
import { openEvidence } from "./evidence.ts";
import { countedProofs } from "./proof/counted-proofs.ts";
import { PROOF_WORDS, type ProofKind, provedBy } from "./proof/proof.ts";

/** What anyone may know of a credential: what was checked, what was not, and how it stands now. */
export interface CredentialCard {
  readonly credentialId: string;
  readonly holderId: string;
  /** The name here, or the one on the licence where the provider shows it. */
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: CredentialStatus;
  /** Since when it is so. */
  readonly since: Date | null;
  /** A moderator agreed that a question about it must be looked into. */
  readonly underReview: boolean;
  readonly source: string;
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
  /** How many people looked at the evidence. */
  readonly reviewers: number;
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
  /** What stood beside the answer when it was written, when it is asked from an answer. */
  readonly written: { readonly at: Date; readonly checkedAt: Date; readonly source: string } | undefined;
}

type Check = Awaited<ReturnType<typeof newestChecks>>[number];

const plainDay = (day: string | null): string => dayWords(new Date(`${day}T00:00:00Z`));

/** What a check that went well shows, for anybody; undefined for what says nothing to a reader. */
function wordsFor(check: Check): string | undefined {
  if (!isGood(check)) return undefined;
  const { source, file, asOf } = check;
  const day = plainDay(asOf);
  switch (source) {
    case "license":
      return t("the licence, in the state's own list of {day}", { day });
    case "register":
      return t("the licence, as an admin read it on {file} on {day}", { file: String(file), day });
    case "nppes":
      return t("the name, in the national list of providers (NPPES) of {day}", { day });
    case "exclusions":
      return t("that they are not on the national list of excluded people (LEIE) of {day}", { day });
    default:
      return undefined;
  }
}

export const NEVER_CHECKED = [
  msg("quality of care"),
  msg("insurance"),
  msg("identity documents"),
  msg("a specialty: they say that themselves"),
] as const;
const LICENCE = new Set(["license", "register"]);

function notChecked(checks: readonly Check[], proved: readonly ProofKind[]): string[] {
  const listed = checks.find(({ source }) => source === "exclusions");
  const licensed = checks.some((check) => LICENCE.has(check.source) && isGood(check));
  return [
    ...(licensed ? [] : [t("the licence, as it is now")]),
    ...(listed !== undefined && isGood(listed) ? [] : [t("lists of excluded people")]),
    ...(proved.length > 0 ? [] : [t("that the account belongs to them")]),
    ...NEVER_CHECKED.map((words) => t(words)),
  ];
}

/** The line that stood beside an answer; undefined when the message is no answer of this credential. */
async function writtenLine(tx: Tx, core: Core, credentialId: string, messageId: string | undefined) {
  if (messageId === undefined) return undefined;
  const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
  if (message?.credentialId !== credentialId || message.credentialSealed === null) return undefined;
  const line = await openText<{ checkedAt: string; source: string }>(
    tx,
    core,
    message.question.askerId,
    messageId,
    "credentialSealed",
    message.credentialSealed,
  );
  return {
    at: message.sentAt ?? message.createdAt,
    checkedAt: new Date(line.checkedAt),
    source: line.source,
  };
}

/** Whoever proposed it and whoever approved it looked at the evidence, however it stands now. */
async function reviewersOf(tx: Tx, proposalId: string | null): Promise<number> {
  if (proposalId === null) return 0;
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
  return proposal?.approverId === null ? 1 : 2;
}

interface Asked {
  readonly credentialId: string;
  /** Where it is asked in a place of one community: what belongs to another one is not there. */
  readonly communityId?: string | undefined;
  readonly messageId?: string | undefined;
}

/** The card, and whether it says the name on the licence instead of the name here. Refuses not_found. */
export async function readCard(
  tx: Tx,
  core: Core,
  { credentialId, communityId, messageId }: Asked,
  now: Date,
): Promise<{ card: CredentialCard; saysName: boolean }> {
  const credential = await tx.credential.findUnique({
    where: { id: credentialId },
    include: { member: true },
  });
  if (credential === null || (communityId ?? credential.communityId) !== credential.communityId)
    throw refuse("not_found", { what: "credential" });
  const { profession, jurisdiction, source, checkedAt, expiresAt, display } = credential;
  const stored = statusOf(credential.status);
  const over = stored === "verified" && expiresAt !== null && expiresAt <= now;
  const { names } = display === "named" ? await openEvidence(tx, core, credential) : { names: null };
  const checks = await newestChecks(tx, credentialId);
  const proved = provedBy(await countedProofs(tx, credentialId, now));
  const card = {
    credentialId,
    holderId: credential.memberId,
    provider: names === null ? credential.member.pseudonym : `${names.first} ${names.last}`,
    profession,
    jurisdiction,
    status: over ? "expired" : stored,
    since: over ? expiresAt : credential.decidedAt,
    underReview: credential.underReviewAt !== null,
    source,
    checkedAt,
    expiresAt,
    reviewers: await reviewersOf(tx, credential.proposalId),
    checked: [
      ...checks.flatMap((check) => wordsFor(check) ?? []),
      ...proved.map((kind) => t("that the account is theirs, by {how}", { how: t(PROOF_WORDS[kind]) })),
    ],
    notChecked: notChecked(checks, proved),
    written: await writtenLine(tx, core, credentialId, messageId),
  } as const;
  return { card, saysName: names !== null };
}

/** Opened from an answer, it also tells what stood there when it was written: that never changes. Refuses not_found. */
export async function credentialCard(core: Core, asked: Asked): Promise<CredentialCard> {
  return core.tx(async (tx, now) => (await readCard(tx, core, asked, now)).card);
}
