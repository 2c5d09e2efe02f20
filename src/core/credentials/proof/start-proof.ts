import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { PROVABLE } from "../credential.ts";
import { credentialHere } from "../decision/credential-here.ts";
import { type Evidence, openEvidence } from "../evidence.ts";
import { ageInDays } from "../registries/days.ts";
import { tellHolder } from "../tell.ts";
import { type Address, openProof } from "./open-proof.ts";

/** A number that was the same in the files for this long is not one that somebody just put there. */
const AGED_DAYS = 90;

export interface StartProof {
  readonly actor: Actor;
  readonly credentialId: string;
  readonly kind: "call-back" | "video";
  /** Where NPPES has no number that is old enough: one from the board's or the hospital's own page, and that page. */
  readonly phone?: string;
  readonly phoneFrom?: string;
}

/** The practice's number, as NPPES has had it for three months. Refuses no_phone. */
function listedPhone(core: Core, { npi }: Evidence, now: Date): Address {
  const row = npi === null ? undefined : core.registries().findNppes(npi);
  const found = row?.found;
  if (found?.phone === undefined || found.phone === null) throw refuse("no_phone", { why: "none" });
  if (found.phoneSince === null || ageInDays(found.phoneSince, now) < AGED_DAYS)
    throw refuse("no_phone", { why: "new" });
  return { to: found.phone, from: `NPPES, unchanged since ${found.phoneSince}` };
}

async function addressFor(
  core: Core,
  evidence: Evidence,
  input: StartProof,
  now: Date,
): Promise<Address | null> {
  if (input.kind === "video") return null;
  if (input.phone === undefined) return listedPhone(core, evidence, now);
  const from = input.phoneFrom?.trim() ?? "";
  if (!/^https?:\/\/[^\s/]+/.test(from))
    throw refuse("invalid_input", {
      field: "page that the phone number is from",
      rule: "must be the address of the board's or the practice's own page, such as https://clinic.example/contact",
    });
  return { to: input.phone.trim(), from };
}

/** A credential for which a proof may begin. Refuses credential_status. */
export function requireProvable(credential: { readonly status: string }): void {
  if (!PROVABLE.some((status) => status === credential.status))
    throw refuse("credential_status", { is: credential.status, wanted: "prove" });
}

/**
 * An admin begins a proof of control: a call back to the practice, asking for the provider through reception, or a live
 * meeting. The code is read out there, and the provider enters it from the account; typed anywhere else it shows nothing.
 * Refuses no_phone, too_many, credential_status.
 */
export async function startProof(
  core: Core,
  input: StartProof,
): Promise<{ code: string; expiresAt: Date; address: Address | null }> {
  const { actor, credentialId, kind } = input;
  const begun = await core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    requireProvable(credential);
    const address = await addressFor(core, await openEvidence(tx, core, credential), input, now);
    const { code, expiresAt } = await openProof(tx, core, {
      credential,
      kind,
      address,
      byId: actor.memberId,
      now,
    });
    await tellHolder(tx, core, credential, "code-waits", now);
    await recordStart(tx, { communityId, actor: actor.memberId, credentialId, kind, now });
    return { code, expiresAt, address };
  });
  core.wake();
  return begun;
}

export function recordStart(
  tx: Tx,
  {
    communityId,
    actor,
    credentialId,
    kind,
    now,
  }: { communityId: string; actor: string; credentialId: string; kind: string; now: Date },
): Promise<void> {
  return record(tx, {
    at: now.getTime(),
    communityId,
    actor,
    verb: "credential.proof-started",
    subject: credentialId,
    detail: { kind },
  });
}
