import { OWN_STATUS_WORDS } from "#bots/credential-words.ts";
import type { OwnCredential } from "#core/credentials/claim/my-credentials.ts";
import { msg, t } from "#core/language/t.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

interface Place {
  readonly communityId: string;
  readonly community: string;
  readonly sendsMail: boolean;
}

export const toFillIn = (subject: string, label = t("Fill in the form")): Button => ({
  verb: "claim-credential",
  subject,
  label,
  look: "main",
});
export const toEnterCode = (subject: string, label = t("Enter code")): Button => ({
  verb: "enter-code",
  subject,
  label,
  look: "main",
});
export const toWorkMail = (subject: string, label = t("Prove by work e-mail")): Button => ({
  verb: "work-mail",
  subject,
  label,
});

function lineFor(own: OwnCredential) {
  const { profession, jurisdiction, status, level, underReview, codeAwaited, asksForProof } = own;
  return [
    `**${escapeText(profession)} (${escapeText(jurisdiction)})**: ${t(OWN_STATUS_WORDS[status])}`,
    ...(underReview ? [t("It is under review.")] : []),
    ...(asksForProof
      ? [level === 1 ? t("Nothing shows yet that it is yours.") : t("It was shown to be yours.")]
      : []),
    ...(codeAwaited ? [t("A code waits for you.")] : []),
  ].join(" ");
}

const BEFORE = [
  msg("Are you a health professional? Once your licence is checked, you can answer questions here."),
  msg(
    "**What happens.** You fill in a short form. Somebody looks you up in the public registers. Then it must be shown that it is you, and two people decide. I tell you each step in a direct message.",
  ),
  msg(
    "**Never give us** a photo of an ID or licence, a date of birth, a social security number or a DEA number. We do not want them, and refuse them.",
  ),
  msg(
    "Those who check it see your licence, your name and the name that you have here, and nobody else does. Your name stays with them, unless you are licensed in the UK: regulators there advise to answer by name, so patients see it beside your answers.",
  ),
];

/** How one's own credentials stand, and, for whoever has nothing waiting, what to know before the form. */
export function claimFace(own: readonly OwnCredential[], place: Place): Face {
  const { communityId, community, sendsMail } = place;
  const provable = own.some(({ asksForProof }) => asksForProof);
  const waits = own.some(({ undecided }) => undecided);
  return {
    title: own.length === 0 ? t("Have your licence checked") : t("Your credentials here"),
    body: [...own.map(lineFor), ...(waits ? BEFORE.slice(1) : BEFORE).map((words) => t(words))].join("\n\n"),
    footer: community,
    buttons: [
      ...(waits ? [] : [toFillIn(communityId)]),
      ...(own.some(({ codeAwaited }) => codeAwaited) ? [toEnterCode(communityId)] : []),
      ...(provable && sendsMail ? [toWorkMail(communityId)] : []),
    ],
  };
}
