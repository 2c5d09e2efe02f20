import { OWN_STATUS_WORDS, proofNext } from "#bots/credential-words.ts";
import type { ClaimToVouch, OwnCredential } from "#core/credentials/claim/my-credentials.ts";
import { type Button, escapeText, type Face, type Piece } from "./markup.ts";

/** For somebody whom nobody here knows. */
export const STRANGER: Face = {
  title: "Curbside",
  pieces: [
    {
      ours: "Patients ask here, and volunteers with checked credentials share general information. If you are one of the team, say who you are: we look it up in public registers, and two people decide. Or get a code for an admin who has met you.",
    },
  ],
  buttons: [
    { verb: "claim-credential", subject: "new", label: "I'm a provider", look: "primary" },
    { verb: "request-code", subject: "new", label: "Get a code for an admin" },
  ],
};

/** How one's own credential stands while it gives no standing, and what can be done about it. */
export function ownCredentialFace(own: readonly OwnCredential[], mail: boolean): Face {
  const [newest] = own;
  const { asksForProof = false, undecided = false, codeAwaited = false } = newest ?? {};
  const unproved = asksForProof && newest?.level === 1;
  const buttons: Button[] = [
    ...(codeAwaited
      ? [{ verb: "enter-code", subject: "own", label: "Enter code", look: "primary" } as const]
      : []),
    ...(unproved && mail
      ? [{ verb: "work-mail", subject: "own", label: "Prove by work e-mail" } as const]
      : []),
    ...(undecided
      ? []
      : [{ verb: "claim-credential", subject: "own", label: "Claim a credential" } as const]),
  ];
  return {
    title: "Your credential",
    pieces: [
      ...(newest === undefined
        ? [{ ours: "No checked credential is on record for you." }]
        : own.filter((one) => one.undecided || one === newest).map(lineFor)),
      ...(unproved ? [{ ours: proofNext(mail) }] : []),
    ],
    buttons,
  };
}

function lineFor({ profession, jurisdiction, status, underReview }: OwnCredential): Piece {
  const review = underReview ? " It is under review." : "";
  return {
    ours: `*${escapeText(profession)} (${escapeText(jurisdiction)})*: ${OWN_STATUS_WORDS[status]}${review}`,
  };
}

/** A colleague's claim, for somebody verified who may know them. */
export function vouchFace({ credentialId, provider, name, profession, jurisdiction }: ClaimToVouch): Face {
  return {
    title: "Do you know this colleague?",
    pieces: [
      {
        ours: `${escapeText(provider)} says that they are *${escapeText(name)}*, ${escapeText(profession)} (${escapeText(jurisdiction)}). Vouch only if you know them in person and this account is theirs. Your name is kept with it.`,
      },
    ],
    buttons: [{ verb: "vouch", subject: credentialId, label: "I know them, and vouch" }],
  };
}
