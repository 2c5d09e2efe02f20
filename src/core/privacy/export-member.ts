import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Reading } from "./reading.ts";
import { type Acts, acts } from "./sections/acts.ts";
import { alerts, type OwnAlert } from "./sections/alerts.ts";
import { credentials, type OwnCredential } from "./sections/credentials.ts";
import { type Agreed, agreedLooks, decisions, type OwnDecision } from "./sections/decisions.ts";
import { experiences, type OwnExperiences } from "./sections/experiences.ts";
import { type MessagesToYou, messagesToYou } from "./sections/messages-to-you.ts";
import { notes, type OwnNote } from "./sections/notes.ts";
import { type Peers, peers } from "./sections/peers.ts";
import { type Providing, providing } from "./sections/providing.ts";
import { type OwnQuestion, questions } from "./sections/questions.ts";
import { type Told, told } from "./sections/reporting.ts";
import { type SignIn, signIn } from "./sections/sign-in.ts";
import { type Agreement, accounts, agreements, type OwnAccount, type You, you } from "./sections/you.ts";
import { leftOut, type Part } from "./what-is-kept.ts";

/** The parts by name; one that is forgotten does not compile. */
export interface Parts extends Record<Part, unknown> {
  readonly you: You;
  readonly accounts: readonly OwnAccount[];
  readonly agreements: readonly Agreement[];
  readonly signIn: SignIn;
  readonly questions: readonly OwnQuestion[];
  readonly notes: readonly OwnNote[];
  readonly experiences: OwnExperiences;
  readonly providing: Providing;
  readonly credentials: readonly OwnCredential[];
  readonly decisions: readonly OwnDecision[];
  readonly agreedLooks: readonly Agreed[];
  readonly told: Told;
  readonly alerts: readonly OwnAlert[];
  readonly peers: Peers;
  readonly messagesToYou: MessagesToYou;
  readonly acts: Acts;
}

/**
 * Everything that is kept about one member of one community, and nothing of anybody else but what this member was shown.
 * docs/export.md describes it: a field that changes its meaning, or goes, is a new `schema`.
 */
export interface MemberExport extends Parts {
  readonly schema: "curbside.member-export/1";
  readonly community: string;
  readonly madeAt: Date;
  readonly leftOut: readonly string[];
}

/**
 * Reads all of it in the caller's transaction, as it stands at one moment. Who asks, and whether they may, is settled before:
 * two people of the team, or the member.
 */
export async function exportMember(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<MemberExport> {
  const { communityId, community } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { communityId: true, community: { select: { name: true } } },
  });
  const reading: Reading = { tx, core, communityId, memberId };
  return {
    schema: "curbside.member-export/1",
    community: community.name,
    madeAt: now,
    you: await you(reading),
    accounts: await accounts(reading),
    agreements: await agreements(reading),
    signIn: await signIn(reading),
    questions: await questions(reading),
    notes: await notes(reading),
    experiences: await experiences(reading),
    providing: await providing(reading),
    credentials: await credentials(reading),
    decisions: await decisions(reading),
    agreedLooks: await agreedLooks(reading),
    told: await told(reading),
    alerts: await alerts(reading),
    peers: await peers(reading),
    messagesToYou: await messagesToYou(reading),
    acts: await acts(reading),
    leftOut: leftOut(),
  };
}
