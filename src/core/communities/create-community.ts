import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { checkedPseudonym } from "#core/members/pseudonym.ts";
import { newToken } from "#core/members/token.ts";
import { adoptPolicies } from "#core/moderation/policies/adopt-policies.ts";
import { type Care, checkedCap } from "./set-care.ts";

export interface CreateCommunity {
  /** Absent only when there is no community yet. */
  readonly actor?: Actor;
  readonly name: string;
  /** Two letters; decides which crisis lines are shown. */
  readonly country: string;
  readonly promiseHours?: number;
  /** How many first answers of a provider a colleague looks at; 0 is none. */
  readonly secondLooks?: number;
  /** How much one person is offered a day; no cap unless given. */
  readonly care?: Care;
  readonly bridge: "on" | "off";
  readonly adminPseudonym: string;
}

export interface CreatedCommunity {
  readonly communityId: string;
  readonly slug: string;
  readonly adminMemberId: string;
  /** Shown once; only its keyed hash is stored. */
  readonly adminToken: string;
}

/** "Living with migraine" -> "living-with-migraine". */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug === "")
    throw refuse("invalid_input", { field: "name", rule: "needs at least one letter or digit" });
  return slug;
}

/**
 * Makes a community and its first admin. The vault's own key is made with the first one, and its own policies are adopted. Refuses
 * name_taken, invalid_input. Throws PolicyError.
 */
export async function createCommunity(core: Core, input: CreateCommunity): Promise<CreatedCommunity> {
  const { actor, name, country, promiseHours = 72, secondLooks = 0, bridge, adminPseudonym } = input;
  const casesADay = checkedCap(input.care?.casesADay ?? 0);
  const urgentADay = checkedCap(input.care?.urgentADay ?? 0);
  if (actor !== undefined) authorise(actor, "community.create");
  const slug = slugOf(name);
  const pseudonym = checkedPseudonym(adminPseudonym);
  if (!/^[A-Z]{2}$/.test(country))
    throw refuse("invalid_input", { field: "country", rule: "must be two capital letters, such as GB" });
  const communityId = core.newId();
  const memberId = core.newId();
  const token = newToken(core);
  return core.tx(async (tx, now) => {
    const others = await tx.community.count();
    if (others > 0 && actor === undefined) throw refuse("not_allowed", { verb: "community.create" });
    if ((await tx.community.count({ where: { slug } })) > 0) throw refuse("name_taken", { name });
    if (others === 0) await core.vault.createKey(tx, "system", now);
    await tx.community.create({
      data: {
        ...{ id: communityId, name, slug, country, promiseHours, secondLooks, bridge, createdAt: now },
        ...{ casesADay, urgentADay },
      },
    });
    await core.vault.createKey(tx, { communityId }, now);
    await tx.member.create({
      data: {
        id: memberId,
        communityId,
        pseudonym,
        createdAt: now,
        roles: { create: { role: "admin", createdAt: now } },
      },
    });
    await core.vault.createKey(tx, { memberId }, now);
    await tx.accessToken.create({
      data: { id: core.newId(), memberId, tokenKey: token.key, createdAt: now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "community.created",
      subject: communityId,
      detail: { bridge, secondLooks },
    });
    if (others === 0) await adoptPolicies(tx, core, { communityId, actor: memberId, now });
    return { communityId, slug, adminMemberId: memberId, adminToken: token.text };
  });
}
