import type { Core } from "#core/core.ts";

/** "Triptans" and "triptan" are one treatment: without accents, capitals, marks and the plainest plural. */
function folded(about: string): string {
  const words = about
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((word) => (word.length > 3 ? word.replace(/s$/u, "") : word)).join(" ");
}

/** What an experience is about, so that the same counts together; no key says what it is, and no two communities' agree. */
export const treatmentKey = ({ vault }: Pick<Core, "vault">, communityId: string, about: string): string =>
  vault.blindIndex(`${communityId}|treatment`, folded(about));
