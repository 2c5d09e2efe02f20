import type { PLATFORMS } from "#bots/platforms.ts";
import type { Saw } from "#core/credentials/decision/look-up.ts";
import type { Registry, SourceKind } from "#core/credentials/registries/registry-file.ts";
import type { SHOWN_STATUSES } from "#core/experiences/list-experiences.ts";
import type { Role as DaemonRole } from "#core/foundation/store/daemon-lock.ts";
import type { FaqFormat } from "#core/library/imported/read-rows.ts";
import type { EntryState } from "#core/library/library-entry.ts";
import type { GIVEN_ROLES, TAKEN_ROLES } from "#core/members/change-role.ts";
import type { Action } from "#core/moderation/decisions/action.ts";
import type { QuestionStatus } from "#core/questions/question.ts";
import type { PushedKind } from "#core/screening/policies/pushed-rules.ts";

/**
 * What can be typed for an option where the words are fixed. Lists of the core are written out, since completing a line must
 * load nothing else; one that is forgotten or made up does not compile.
 */
const every = <T extends string>(words: Readonly<Record<T, true>>): readonly T[] => Object.keys(words) as T[];

export const INVITABLE = ["admin", "moderator", "lead", "auditor"] as const;
export const SIDES = ["patients", "providers"] as const;
export const PURPOSES = ["ask", "intake", "moderation", "crisis", "library", "peers"] as const;
export const CREDENTIAL_ROLES = ["provider", "lead", "trainee"] as const;
export const PROOFS = ["call-back", "video"] as const;
export const FORMATS = ["md", "html", "json"] as const;
export const DIRECTIONS = ["inbound", "answer"] as const;
export const SHELLS = ["bash", "zsh", "fish"] as const;

export const PLATFORM_NAMES = every<(typeof PLATFORMS)[number]>({ discord: true, slack: true });
export const DAEMON_ROLES = every<DaemonRole>({ gateway: true, http: true, worker: true, sender: true });
export const SAW_NAMES = every<Saw>({ "in-force": true, "not-in-force": true, "not-found": true });
export const REGISTRY_NAMES = every<Registry>({ nppes: true, nucc: true, leie: true, license: true });
export const FILE_KINDS = every<SourceKind>({ full: true, weekly: true, deactivated: true });
export const GIVEN = every<(typeof GIVEN_ROLES)[number]>({
  moderator: true,
  auditor: true,
  admin: true,
});
export const TAKEN = every<(typeof TAKEN_ROLES)[number]>({
  mentor: true,
  moderator: true,
  auditor: true,
  admin: true,
  lead: true,
});
export const ACTION_NAMES = every<Action>({
  dismiss: true,
  hide: true,
  redact: true,
  warn: true,
  strike: true,
  "time-out": true,
  "suspend-provider": true,
  remove: true,
  ban: true,
});
export const STATUS_NAMES = every<QuestionStatus>({
  draft: true,
  waiting: true,
  claimed: true,
  held: true,
  "asked-back": true,
  answered: true,
  "taken-back": true,
  expired: true,
  closed: true,
  cancelled: true,
});
export const ENTRY_STATE_NAMES = every<EntryState>({
  proposed: true,
  agreed: true,
  kept: true,
  stale: true,
  declined: true,
  lapsed: true,
  unfit: true,
  withdrawn: true,
  retired: true,
  merged: true,
});
export const FAQ_FORMAT_NAMES = every<FaqFormat>({ yaml: true, json: true, csv: true, md: true });
export const SHARED_NAMES = every<(typeof SHOWN_STATUSES)[number]>({
  shared: true,
  redacted: true,
  hidden: true,
});
export const PUSHED_NAMES = every<PushedKind>({
  crisis: true,
  emergency: true,
  method: true,
  harassment: true,
  impersonation: true,
  sales: true,
});
/** Messages with what may hurt somebody in danger are never kept from being posted. */
export const BLOCKED_NAMES = ["harassment", "impersonation", "sales", "none"] as const;
