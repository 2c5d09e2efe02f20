import { credentialParagraphs } from "#bots/credential-words.ts";
import { type CredentialCard, NEVER_CHECKED } from "#core/credentials/credential-card.ts";
import type { AccountCredential } from "#core/credentials/credential-of-account.ts";
import { t } from "#core/language/t.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

/** `subject`: the credential, or the account that it was found by. */
const question = (subject: string): Button => ({
  verb: "question-credential",
  subject,
  label: t("Question this credential"),
});

/** What was checked, when and by how many, and, just as plainly, what was not. */
export function credentialFace(card: CredentialCard): Face {
  return {
    title: t("Credentials of {provider}", { provider: escapeText(card.provider) }),
    body: credentialParagraphs(card, escapeText).join("\n\n"),
    buttons: [question(card.credentialId)],
  };
}

const MONTH: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC" };

/**
 * What stands behind somebody's account in a server. Everybody without a credential that stands looks the same here. Only the
 * account goes back with the button: a credential's id stands on answers too.
 */
export function accountFace(found: AccountCredential | undefined, accountId: string): Face {
  if (found === undefined)
    return {
      title: t("No checked credential"),
      body: t(
        "Nobody here has checked a credential of this person. Treat what they say as the word of another member.",
      ),
      buttons: [],
    };
  const buttons = [question(accountId)];
  if (found.shows === "name") return { ...credentialFace(found.card), buttons };
  const { profession, jurisdiction, checkedIn, underReview } = found;
  const month = checkedIn.toLocaleDateString("en-GB", MONTH);
  return {
    title: t("A checked credential"),
    body: [
      t("{profession} (verified), {jurisdiction}, checked in {month}. Two people looked at it.", {
        profession: escapeText(profession),
        jurisdiction: escapeText(jurisdiction),
        month,
      }),
      ...(underReview
        ? [t("Under review: somebody questioned it, and a moderator is looking into it.")]
        : []),
      t("This person shows what they do here, and not their name."),
      t("We did not check: {list}.", { list: NEVER_CHECKED.map((what) => t(what)).join(", ") }),
      t("What they write outside of an answer is their own word, not an answer of this community."),
    ].join("\n\n"),
    buttons,
  };
}
