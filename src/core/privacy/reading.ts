import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Sealed } from "#core/foundation/vault/vault.ts";

/** Whose things are read, in one transaction; who asked for them has no part in it. */
export interface Reading {
  readonly tx: Tx;
  readonly core: Core;
  readonly communityId: string;
  readonly memberId: string;
}

/** Gives a text once all were opened; null where there is none, or it cannot be read any more. */
export type Later<T> = () => T | null;

export interface Opening {
  text(sealed: Sealed | undefined): Later<string>;
  json<T>(sealed: Sealed | undefined): Later<T>;
  /** Opens all that was asked for: every key is read once. */
  open(): Promise<void>;
}

/** Collects sealed texts first and opens them together: an export has thousands. */
export function createOpening({ tx, core }: Reading): Opening {
  const asked: Sealed[] = [];
  let texts: readonly (string | null)[] | undefined;
  function text(sealed: Sealed | undefined): Later<string> {
    if (sealed === undefined) return () => null;
    const at = asked.push(sealed) - 1;
    return () => {
      if (texts === undefined) throw new Error("a text is read before all were opened");
      return texts[at] ?? null;
    };
  }
  return {
    text,
    json<T>(sealed: Sealed | undefined): Later<T> {
      const later = text(sealed);
      return () => {
        const json = later();
        return json === null ? null : (JSON.parse(json) as T);
      };
    },
    async open() {
      const opened = await core.vault.openEach(tx, asked);
      texts = opened.map((one) => ("text" in one ? one.text : null));
    },
  };
}

/** The numbers that questions have, by their ids; also of somebody else's, since a number tells nothing of them. */
export async function numbersOf(
  { tx, communityId }: Reading,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => number | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.question.findMany({
    where: { communityId, id: { in: wanted } },
    select: { id: true, number: true },
  });
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return (id) => numbers.get(id ?? "") ?? null;
}

/** Said instead of a name: what somebody is here now, the role by which they act for the team first. */
const BY_WEIGHT = ["moderator", "lead", "provider", "trainee", "admin", "auditor", "mentor"] as const;

export async function rolesOf(
  { tx, communityId }: Reading,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.memberRole.findMany({ where: { memberId: { in: wanted }, member: { communityId } } });
  return (id) => {
    if (id === null) return null;
    const held = rows.filter(({ memberId }) => memberId === id).map(({ role }) => role);
    return BY_WEIGHT.find((role) => held.includes(role)) ?? "somebody of the team";
  };
}
