import type { Actor, Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { backToClaimed } from "#core/credentials/decision/back-to-claimed.ts";
import { requireUnchanged, verifyCredential } from "#core/credentials/decision/verify-credential.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { seesDecision } from "#core/moderation/cases/cases-for.ts";
import { confirmDecision, requireSameDecision } from "#core/moderation/decisions/confirm-decision.ts";
import { type ProposedDecision, showProposedDecision } from "#core/moderation/decisions/show-proposed.ts";
import { REVEAL } from "#core/moderation/identity/propose-reveal.ts";
import { openChange, readChange, type ShownChange } from "#core/moderation/policies/policy-change.ts";
import {
  confirmEmergency,
  putInForce,
  requireSameChange,
  requireSameEmergency,
} from "#core/moderation/policies/put-in-force.ts";
import { settleErasures } from "#core/privacy/erasure-ledger.ts";
import { agreeToErase, ERASURE } from "#core/privacy/propose-erasure.ts";
import { EXPORT } from "#core/privacy/propose-export.ts";
import { openAboutMember, requireStillProposed } from "./about-member.ts";
import { agreeAboutMember } from "./agree-about-member.ts";

/** A proposal as it was read. */
export interface ReadProposal {
  readonly id: string;
  readonly communityId: string;
  readonly targetId: string;
  readonly subjectId: string;
  readonly proposerId: string;
  readonly contentHash: string;
  readonly contentSealed: Uint8Array;
  readonly createdAt: Date;
  readonly act: string;
}

/** What a proposal is about. */
export type ProposedThing =
  | { readonly what: "policy"; readonly changes: ShownChange }
  | { readonly what: "credential"; readonly credentialId: string }
  | { readonly what: "identity"; readonly reason: string }
  | { readonly what: "export"; readonly reason: string }
  | { readonly what: "erasure"; readonly reason: string }
  | ProposedDecision;

interface Act {
  /** What the first person must be allowed to do, still when the second one agrees. */
  readonly propose: Verb;
  /** What the second person must be allowed to do. */
  readonly approve: Verb;
  /** Who sees that it waits. */
  readonly read: Verb;
  /** Whom it is about learns of it once two have agreed. */
  readonly quiet?: true;
  /** What the audit record calls a yes that was refused; none is kept where it is left out. */
  readonly refusals?: string;
  /** Where some of those may know only of some. */
  sees?(db: Tx | Core["db"], actor: Actor, targetId: string): Promise<boolean>;
  /** Whom it is about, where that is no member. */
  readonly subject?: string;
  about(tx: Tx, core: Core, proposal: ReadProposal): Promise<ProposedThing>;
  /** Refuses content_changed where it is not what was proposed any more. */
  unchanged(tx: Tx, core: Core, proposal: ReadProposal, now: Date): Promise<void>;
  carryOut(
    tx: Tx,
    core: Core,
    proposal: ReadProposal & { readonly approverId: string },
    now: Date,
  ): Promise<void>;
  /** What cannot be part of the commit; the timers make up for it when it fails. */
  afterwards?(core: Core): Promise<void>;
  /** Nobody agreed in time. */
  expire?(tx: Tx, proposal: ReadProposal): Promise<void>;
}

export type ProposalAct =
  | "credential.verify"
  | "decision.confirm"
  | "identity.reveal"
  | "member.export"
  | "member.erase"
  | "policy.change"
  | "policy.confirm";

async function shownChange(tx: Tx, core: Core, proposal: ReadProposal): Promise<ProposedThing> {
  const { changes } = readChange(await openChange(tx, core, proposal), { sure: true });
  return { what: "policy", changes };
}

const POLICY = {
  propose: "policy.propose",
  approve: "policy.approve",
  read: "policy.approve",
  subject: "everybody",
  about: shownChange,
} as const;

/** Every act that needs a second person. */
export const ACTS = {
  "credential.verify": {
    propose: "credential.attest",
    approve: "credential.approve",
    read: "credential.read",
    about: async (_tx, _core, { targetId }) => ({ what: "credential", credentialId: targetId }),
    unchanged: requireUnchanged,
    carryOut: verifyCredential,
    expire: (tx, { id, targetId }) => backToClaimed(tx, { credentialId: targetId, proposalId: id }),
  },
  "decision.confirm": {
    propose: "case.decide",
    approve: "decision.confirm",
    read: "case.read",
    sees: (db, actor, decisionId) => seesDecision(db, { actor, decisionId }),
    about: (tx, core, { targetId }) => showProposedDecision(tx, core, targetId),
    unchanged: requireSameDecision,
    carryOut: confirmDecision,
  },
  "identity.reveal": {
    propose: "identity.propose",
    approve: "identity.approve",
    read: "identity.approve",
    quiet: true,
    about: async (tx, core, proposal) => ({
      what: "identity",
      reason: (await openAboutMember(tx, core, proposal)).reason,
    }),
    unchanged: (tx, core, proposal) => requireStillProposed(tx, core, REVEAL, proposal),
    carryOut: (tx, core, proposal, now) =>
      agreeAboutMember(tx, core, { verb: "identity.revealed", proposal, now }),
  },
  "member.export": {
    propose: "export.propose",
    approve: "export.approve",
    read: "export.approve",
    quiet: true,
    refusals: "export.refused",
    about: async (tx, core, proposal) => ({
      what: "export",
      reason: (await openAboutMember(tx, core, proposal)).reason,
    }),
    unchanged: (tx, core, proposal) => requireStillProposed(tx, core, EXPORT, proposal),
    carryOut: (tx, core, proposal, now) =>
      agreeAboutMember(tx, core, { verb: "export.agreed", proposal, now }),
  },
  "member.erase": {
    propose: "erase.propose",
    approve: "erase.approve",
    read: "erase.approve",
    quiet: true,
    refusals: "erase.refused",
    about: async (tx, core, proposal) => ({
      what: "erasure",
      reason: (await openAboutMember(tx, core, proposal)).reason,
    }),
    unchanged: (tx, core, proposal) => requireStillProposed(tx, core, ERASURE, proposal),
    carryOut: (tx, core, proposal, now) => agreeToErase(tx, core, { proposal, now }),
    afterwards: settleErasures,
  },
  "policy.change": { ...POLICY, unchanged: requireSameChange, carryOut: putInForce },
  "policy.confirm": { ...POLICY, unchanged: requireSameEmergency, carryOut: confirmEmergency },
} as const satisfies Record<ProposalAct, Act>;

/** Acts of which whom they are about learns once two have agreed. */
export const QUIET: string[] = Object.entries<Act>(ACTS).flatMap(([act, { quiet }]) => (quiet ? [act] : []));

/** An act as it was stored. Throws for one of another version: nothing is carried out that is not understood. */
export function actNamed(stored: string): Act {
  if (!(stored in ACTS)) throw new Error(`no act is called ${stored}`);
  return ACTS[stored as ProposalAct];
}

/** Whether somebody who may read what waits may know of this one; by what it is about. */
export async function isOpenTo(
  db: Tx | Core["db"],
  { actor, proposal }: { actor: Actor; proposal: { readonly act: string; readonly targetId: string } },
): Promise<boolean> {
  return (await actNamed(proposal.act).sees?.(db, actor, proposal.targetId)) ?? true;
}
