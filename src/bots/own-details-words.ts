import { listed } from "#core/language/formats.ts";
import { msg, t } from "#core/language/t.ts";
import type { OwnType } from "#core/moderation/automatic/found-in-post.ts";
import type { OwnDetailsCard } from "#core/moderation/automatic/own-details-card.ts";

const SEEN = {
  PHONE: msg("a phone number"),
  EMAIL: msg("an e-mail address"),
  ADDRESS: msg("an address"),
  SSN: msg("a social security number"),
  ACCOUNT: msg("an account number"),
  MRN: msg("a record number"),
  NAME: msg("a full name"),
} as const satisfies Record<OwnType, string>;

/** The same on every platform and without markup; the community's name is apart: a person wrote it. */
export function ownDetailsWords({ types }: OwnDetailsCard): { title: string; body: string; end: string } {
  return {
    title: t("Others can read something personal of yours"),
    body: t(
      "You wrote in a channel what looks like {what}. Everybody in that channel can read it, also people whom you do not know.",
      { what: listed(types.map((type) => t(SEEN[type]))) },
    ),
    end: t("You did nothing wrong, and nobody else was told. If it is nothing personal, leave it as it is."),
  };
}
