import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { nextDue } from "../watch/next-due.ts";
import { agreedDoubts } from "./agreed-doubts.ts";
import { newestChecks, openDetail, writeCheck } from "./check-detail.ts";
import { credentialHere } from "./credential-here.ts";
import { endCredential } from "./end-credential.ts";

/** What the register's page says. */
export const SAW = {
  "in-force": "match",
  "not-in-force": "inactive",
  "not-found": "not-found",
} as const;
export type Saw = keyof typeof SAW;

const SAYS = {
  "in-force": "A person looked at the register: the licence is in force, under this name and number.",
  "not-in-force": "A person looked at the register: the licence is not in force.",
  "not-found": "A person looked at the register: no such licence is there.",
} as const satisfies Record<Saw, string>;

export interface LookedUp {
  readonly actor: Actor;
  readonly credentialId: string;
  /** The register that a person looked at. */
  readonly source: string;
  readonly url: string;
  readonly saw: Saw;
  readonly checkedAt: Date;
  readonly expiresAt?: Date;
}

/** An end of a licence as somebody read it. Refuses invalid_input for one that is over. */
export function requireAhead(expiresAt: Date | null, now: Date): void {
  if (expiresAt !== null && expiresAt <= now)
    throw refuse("invalid_input", {
      field: "last day of the licence",
      rule: "is over: a licence that ended cannot be recorded as one in force",
    });
}

/** Is something open by the newest looks that two people did not agree to? */
async function hasNewDoubt(
  tx: Tx,
  core: Core,
  credential: Awaited<ReturnType<typeof credentialHere>>,
  newest: Awaited<ReturnType<typeof newestChecks>>,
): Promise<boolean> {
  const agreed = await agreedDoubts(tx, core, credential);
  const { memberId } = credential;
  for (const check of newest.filter(({ source, result }) => source !== "report" && result === "review"))
    if (!agreed.has((await openDetail(tx, core, { ...check, memberId })).says)) return true;
  return false;
}

/**
 * What a credential rests on from now on. One person's look does not lengthen what a board's own file said of one that stands,
 * and does not settle another register's doubt.
 */
async function rest(
  tx: Tx,
  core: Core,
  credential: Awaited<ReturnType<typeof credentialHere>>,
  seen: { source: string; checkedAt: Date; expiresAt: Date | null },
): Promise<void> {
  const { id, expiresAt: before } = credential;
  const stands = credential.status === "verified";
  const newest = stands ? await newestChecks(tx, id) : [];
  if (newest.some(({ source, result }) => source === "license" && result === "match")) return;
  // A last day that was read before is not forgotten by leaving it out.
  const expiresAt = seen.expiresAt ?? (stands ? before : null);
  const doubtful = await hasNewDoubt(tx, core, credential, newest);
  const { source, checkedAt } = seen;
  const due = stands && !doubtful ? { nextDueAt: nextDue({ checkedAt, expiresAt, byFile: false }) } : {};
  await tx.credential.update({ where: { id }, data: { source, checkedAt, expiresAt, ...due } });
}

/**
 * Where no file can be had: a person looked at the public register, and says what was there and when. In force, it counts as a
 * check of the licence and is shown as what it is; else one that stands is suspended, and a claim cannot be proposed. Gives
 * whether it was suspended.
 */
export async function recordLookUp(core: Core, input: LookedUp): Promise<{ suspended: boolean }> {
  const { actor, credentialId, url, saw, checkedAt, expiresAt = null } = input;
  const source = input.source.trim();
  if (source === "") throw refuse("empty", { field: "source" });
  refuseNeverKept({ source, url });
  const looked = await core.tx(async (tx, now) => {
    if (checkedAt > now) throw refuse("invalid_input", { field: "checked", rule: "cannot be in the future" });
    if (saw === "in-force") requireAhead(expiresAt, now);
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId, status } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    if (status === "attested") throw refuse("credential_status", { is: "attested", wanted: "look up" });
    const by = actor.memberId;
    await writeCheck(tx, core, {
      credentialId,
      communityId,
      memberId,
      source: "register",
      method: "manual",
      result: SAW[saw],
      file: source,
      asOf: checkedAt.toISOString().slice(0, 10),
      sha256: null,
      detail: { says: SAYS[saw], fields: [], candidates: [], url },
      byId: by,
      checkedAt: now,
    });
    const stands = status === "verified";
    if (saw === "in-force") await rest(tx, core, credential, { source, checkedAt, expiresAt });
    const end = { credentialId, event: "suspend", reason: SAYS[saw], by, because: "register", now } as const;
    const suspended = saw !== "in-force" && stands && (await endCredential(tx, core, end));
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: by,
      verb: "credential.looked-up",
      subject: credentialId,
      detail: { saw },
    });
    return { suspended };
  });
  core.wake();
  return looked;
}
