import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import type { PushedKind } from "#core/screening/policies/pushed-rules.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";
import type { KeptRule } from "../rules.ts";
import { alertAbout } from "./alert-about.ts";
import { caseAbout, type FoundPost } from "./case-about.ts";

export interface Found {
  readonly communityId: string;
  readonly kind: PushedKind;
  readonly post: FoundPost;
  /** What found it and by which words, for the moderators. */
  readonly reason: string;
}

const DANGER: Readonly<Partial<Record<PushedKind, GraveVerdict>>> = {
  crisis: "crisis",
  emergency: "emergency",
};

/** Which rule of the community it may break. */
const RULE_BROKEN = {
  method: "no-methods",
  harassment: "no-harassment",
  impersonation: "honest-roles",
  sales: "no-sales",
} as const satisfies Record<Exclude<PushedKind, "crisis" | "emergency">, KeptRule>;

export type Reported = { readonly became: "alert" } | { readonly became: "case"; readonly caseId: string };

function caseOf(tx: Tx, core: Core, { communityId, kind, post, reason }: Found, now: Date) {
  const { platform, channelId, messageId } = post;
  return caseAbout(tx, core, {
    communityId,
    post: { ...post, text: cleanText(post.text) },
    key: messageId === undefined ? undefined : messageKey(core, platform, channelId, messageId),
    reason,
    rule: RULE_BROKEN[kind as keyof typeof RULE_BROKEN],
    now,
  });
}

/**
 * An automatic report: a filter found something, and nobody flagged it. Danger becomes an alert about its writer and no case,
 * since whoever is in danger broke no rule; all else a case. Nothing is taken away by it: that is for people to decide.
 */
export async function reportFound(core: Core, found: Found): Promise<Reported> {
  const level = DANGER[found.kind];
  const reported = await core.tx(async (tx, now): Promise<Reported> => {
    if (level === undefined) return { became: "case", caseId: await caseOf(tx, core, found, now) };
    const { communityId, post } = found;
    const person = { platform: post.platform, accountId: post.authorId };
    await alertAbout(tx, core, { communityId, person, level, now });
    return { became: "alert" };
  });
  core.wake();
  return reported;
}
