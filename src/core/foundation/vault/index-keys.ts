import type { Core } from "#core/core.ts";

type Keyed = Pick<Core, "vault">;

/** Accounts are indexed per community: rows of two communities never match, even for the same person. */
export function accountKey(
  { vault }: Keyed,
  communityId: string,
  platform: string,
  externalId: string,
): string {
  return vault.blindIndex(`${communityId}|${platform}|account`, externalId);
}

/** Somebody who is no member: never the same as the key of an account, should they join. */
export function personKey(
  { vault }: Keyed,
  communityId: string,
  platform: string,
  externalId: string,
): string {
  return vault.blindIndex(`${communityId}|${platform}|person`, externalId);
}

export function spaceKey({ vault }: Keyed, platform: string, externalId: string): string {
  return vault.blindIndex(`${platform}|space`, externalId);
}

export function channelKey({ vault }: Keyed, platform: string, externalId: string): string {
  return vault.blindIndex(`${platform}|channel`, externalId);
}

/** One message of a platform: what edits, deletions and echoes are found by. */
export function messageKey({ vault }: Keyed, platform: string, channelId: string, messageId: string): string {
  return vault.blindIndex(`${platform}|message`, `${channelId}/${messageId}`);
}

/** One-time codes and tokens are stored only like this. */
export function codeKey({ vault }: Keyed, code: string): string {
  return vault.blindIndex("code", code);
}

/** A tag of a member's card: rows of two communities never match. */
export function peerTagKey({ vault }: Keyed, communityId: string, tag: string): string {
  return vault.blindIndex(`${communityId}|peer-tag`, tag);
}
