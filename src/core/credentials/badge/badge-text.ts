import type { Texts } from "#core/refusal-text.ts";
import type { BadgeTrouble } from "./badge-token.ts";
import type { ListTrouble } from "./revocation-list.ts";

const NO_BADGE_WORDS = {
  unverified: "The credential was not approved by a second person",
  expired: "The credential has run out",
  revoked: "The credential was revoked",
  suspended: "The credential is suspended",
  "no-account": "Its holder has no account here any more",
} as const;

const BADGE_WORDS: Readonly<Record<BadgeTrouble, readonly [detail: string, nextStep: string]>> = {
  malformed: ["This is not the whole text of a badge", "Copy all of it once more, from eyJ to its end."],
  "unknown-key": [
    "None of the keys that were used belongs to the issuer whom it names",
    "Get the keys that this community publishes, and give them with --keys.",
  ],
  signature: ["The issuer did not sign this text; it was changed or made up", "Do not rely on it."],
  "not-yet": [
    "It was made later than the clock here says it is now",
    "Set this machine's clock, and try again.",
  ],
  expired: ["The badge has run out", "Ask for a new one."],
  revoked: ["The issuer took this badge back", "Do not rely on it."],
  "revocations-missing": [
    "It was not checked against a revocation list",
    "Give the community's newest list with --revocations, or --no-revocations to go without.",
  ],
  "revocations-stale": [
    "It was not checked: the revocation list is too old",
    "Get the community's newest list, and give it with --revocations.",
  ],
};

const LIST_WORDS: Readonly<Record<ListTrouble, string>> = {
  malformed: "the file is no revocation list, or not all of one",
  "unknown-key": "the list is signed with a key that is not known",
  signature: "the issuer did not sign the list that was given",
  "not-yet": "the list was made later than the clock here says it is now",
  stale: "it has run out",
  "other-issuer": "the list is another community's",
};

/** Words for what is refused of badges. */
export const BADGE_TEXT: Texts<"no_badge" | "badge_refused" | "unusable_file"> = {
  no_badge: ({ why }) => ({
    title: "No badge for this one",
    detail: `${NO_BADGE_WORDS[why]}.`,
    nextStep:
      "Only a verified credential that has not run out has badges; `curbside credential show` tells more.",
  }),
  badge_refused: ({ why, list }) => ({
    title: "Not verified",
    detail: `${BADGE_WORDS[why][0]}${list === undefined ? "" : ` (${LIST_WORDS[list]})`}.`,
    nextStep: BADGE_WORDS[why][1],
  }),
  unusable_file: ({ file, why, wanted }) => ({
    title: "Unusable file",
    detail: `${file} cannot be used: ${why}.`,
    nextStep: `It should be ${wanted}; see docs/badges.md.`,
  }),
};
