import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { DomainError } from "#core/errors.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { inviteMember } from "#core/members/invite-member.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { login } from "#core/members/login.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import {
  createManualClock,
  type ManualClock,
  openTestCore,
  type TestCore,
  type TestCoreOptions,
} from "../support/test-core.ts";

export const HOUR_MS = 3_600_000;

export interface Town {
  readonly core: TestCore;
  readonly clock: ManualClock;
  readonly communityId: string;
  readonly admin: Actor;
  readonly patientsSpaceId: string;
  readonly providersSpaceId: string;
}

/** The refusal's code, or "ok". */
export async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "ok";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** A further community in the same database; the first needs no actor. */
export async function addCommunity(
  core: TestCore,
  clock: ManualClock,
  { name, actor }: { name: string; actor?: Actor },
): Promise<Town> {
  const made = await createCommunity(core, {
    name,
    country: "GB",
    bridge: "on",
    adminPseudonym: "Ada Admin",
    ...(actor === undefined ? {} : { actor }),
  });
  const { communityId } = made;
  const admin: Actor = {
    memberId: made.adminMemberId,
    communityId,
    pseudonym: "Ada Admin",
    roles: ["admin"],
  };
  const patients = { platform: "north", side: "patients", externalId: `${name}/patients` } as const;
  const providers = { platform: "south", side: "providers", externalId: `${name}/providers` } as const;
  const { spaceId: patientsSpaceId } = await linkSpace(core, { actor: admin, ...patients });
  const { spaceId: providersSpaceId } = await linkSpace(core, { actor: admin, ...providers });
  const ask = { purpose: "ask", externalId: `${name}/ask` } as const;
  await linkChannel(core, { actor: admin, spaceId: patientsSpaceId, ...ask });
  for (const purpose of ["intake", "moderation", "crisis"] as const)
    await linkChannel(core, {
      actor: admin,
      spaceId: providersSpaceId,
      purpose,
      externalId: `${name}/${purpose}`,
    });
  return { core, clock, communityId, admin, patientsSpaceId, providersSpaceId };
}

/** One community with its channels and an admin. */
export async function smallTown(
  store: Store,
  options: Pick<TestCoreOptions, "rules" | "home"> = {},
): Promise<Town> {
  const clock = createManualClock();
  return addCommunity(openTestCore(store, { clock, ...options }), clock, { name: "Sunny Side" });
}

export function joinAs(town: Town, pseudonym: string, externalId = pseudonym): Promise<Actor> {
  const { core, communityId, patientsSpaceId } = town;
  return join(core, {
    communityId,
    spaceId: patientsSpaceId,
    platform: "north",
    externalId,
    pseudonym,
    country: "GB",
    statesAdult: true,
    textVersion: CONSENT_VERSION,
  });
}

export async function invite(
  { core, admin }: Town,
  pseudonym: string,
  role: "admin" | "moderator" | "auditor" | "lead",
): Promise<Actor> {
  const { code } = await inviteMember(core, { actor: admin, pseudonym, role });
  return (await login(core, { code })).actor;
}

export function linkCode({ core, communityId, providersSpaceId }: Town, externalId: string) {
  return requestLinkCode(core, { communityId, spaceId: providersSpaceId, platform: "south", externalId });
}

export const EVIDENCE = {
  first: "Ana",
  last: "Vale",
  profession: "Pharmacist",
  jurisdiction: "United Kingdom",
  licence: "2000001",
  proof: "video",
  source: "GPhC register",
  checkedAt: new Date("2031-03-01T00:00:00Z"),
} as const;

/** A provider whose credential waits for a second person. */
export async function attested(town: Town, pseudonym: string, more: { expiresAt?: Date } = {}) {
  const { code } = await linkCode(town, pseudonym);
  const yesterday = new Date(town.clock.now().getTime() - 24 * HOUR_MS);
  return attestCredential(town.core, {
    actor: town.admin,
    code,
    pseudonym,
    role: "provider",
    ...EVIDENCE,
    // Nobody has the number of somebody else.
    licence: `${EVIDENCE.licence} ${pseudonym}`,
    ...(EVIDENCE.checkedAt > yesterday ? { checkedAt: yesterday } : {}),
    ...more,
  });
}

/** What the audit log says happened to a subject, oldest first. */
export async function auditOf({ core }: Town, subject: string): Promise<string[]> {
  const entries = await core.db.auditEntry.findMany({ where: { subject }, orderBy: { seq: "asc" } });
  return entries.map(({ verb }) => verb);
}
