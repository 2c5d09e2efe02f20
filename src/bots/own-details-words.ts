import type { OwnType } from "#core/moderation/automatic/found-in-post.ts";
import type { OwnDetailsCard } from "#core/moderation/automatic/own-details-card.ts";

const SEEN = {
  PHONE: "a phone number",
  EMAIL: "an e-mail address",
  ADDRESS: "an address",
  SSN: "a social security number",
  ACCOUNT: "an account number",
  MRN: "a record number",
  NAME: "a full name",
} as const satisfies Record<OwnType, string>;

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

/** The same on every platform and without markup; the community's name is apart: a person wrote it. */
export function ownDetailsWords({ types }: OwnDetailsCard): { title: string; body: string; end: string } {
  return {
    title: "Others can read something personal of yours",
    body: `You wrote in a channel what looks like ${LIST.format(types.map((type) => SEEN[type]))}. Everybody in that channel can read it, also people whom you do not know.`,
    end: "You did nothing wrong, and nobody else was told. If it is nothing personal, leave it as it is.",
  };
}
