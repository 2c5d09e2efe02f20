import type { CredentialCard } from "#core/credentials/credential-card.ts";
import { day, escapeText, type Face } from "../markup.ts";

const STATUS_WORDS = {
  attested: "Looked at by one person; a second has not confirmed it yet.",
  verified: "Confirmed.",
  expired: "Expired: it has not been confirmed again.",
  revoked: "Withdrawn.",
  failed: "Not confirmed.",
  suspended: "Set aside while it is looked at again.",
} as const satisfies Record<CredentialCard["status"], string>;

/** What was checked, when and by how many, and, just as plainly, what was not. */
export function credentialFace(card: CredentialCard): Face {
  const { provider, profession, jurisdiction, source, checkedAt, expiresAt, reviewers, checked, notChecked } =
    card;
  return {
    title: `Credentials of ${escapeText(provider)}`,
    body: [
      `${escapeText(profession)} (${escapeText(jurisdiction)}). ${STATUS_WORDS[card.status]}`,
      `Checked ${day(checkedAt)} against: ${escapeText(source)}.${expiresAt === null ? "" : ` Valid until ${day(expiresAt)}.`} Looked at by ${reviewers} ${reviewers === 1 ? "person" : "people"}.`,
      `We checked: ${checked.join(", ")}.`,
      `We did not check: ${notChecked.join(", ")}.`,
    ].join("\n\n"),
    buttons: [],
  };
}
