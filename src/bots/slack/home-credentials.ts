import type { ClaimToVouch, OwnCredential } from "#core/credentials/claim/my-credentials.ts";
import { type Button, escapeText, type Face } from "./markup.ts";

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

const PROOF_NEXT =
  "Next it must be shown that it is you: by a code that is read to you when an admin calls your practice or meets you live, by a code to your work e-mail, or by two colleagues here who vouch for you.";

const STATUS_WORDS = {
  claimed: "You said who you are; nobody has decided yet.",
  attested: "One person agreed; a second one has to.",
  verified: "Confirmed.",
  suspended: "Set aside. A new check can put it right: tell an admin.",
  expired: "It has run out. Tell an admin once it is renewed.",
  failed: "It was not confirmed. You can claim again.",
  revoked: "It was withdrawn.",
} as const satisfies Record<OwnCredential["status"], string>;

const OPEN: ReadonlySet<string> = new Set(["claimed", "attested"]);
const PROVABLE: ReadonlySet<string> = new Set(["claimed", "suspended", "expired"]);

/** How one's own credential stands while it gives no standing, and what can be done about it. */
export function ownCredentialFace(own: readonly OwnCredential[], mail: boolean): Face {
  const [newest] = own;
  const provable = newest !== undefined && PROVABLE.has(newest.status);
  const unproved = provable && newest.level === 1;
  const buttons: Button[] = [
    ...(provable
      ? [{ verb: "enter-code", subject: "own", label: "Enter code", look: "primary" } as const]
      : []),
    ...(unproved && mail
      ? [{ verb: "work-mail", subject: "own", label: "Prove by work e-mail" } as const]
      : []),
    ...(newest === undefined || !OPEN.has(newest.status)
      ? [{ verb: "claim-credential", subject: "own", label: "Claim a credential" } as const]
      : []),
  ];
  return {
    title: "Your credential",
    pieces: [
      ...(newest === undefined
        ? [{ ours: "No checked credential is on record for you." }]
        : [
            {
              ours: `*${escapeText(newest.profession)} (${escapeText(newest.jurisdiction)})*: ${STATUS_WORDS[newest.status]}`,
            },
          ]),
      ...(unproved ? [{ ours: PROOF_NEXT }] : []),
    ],
    buttons,
  };
}

/** A colleague's claim, for somebody verified who may know them. */
export function vouchFace({ credentialId, provider, profession, jurisdiction }: ClaimToVouch): Face {
  return {
    title: "Do you know this colleague?",
    pieces: [
      {
        ours: `${escapeText(provider)} says that they are: ${escapeText(profession)} (${escapeText(jurisdiction)}). Vouch only if you know them in person and this account is theirs. Your name is kept with it.`,
      },
    ],
    buttons: [{ verb: "vouch", subject: credentialId, label: "I know them, and vouch" }],
  };
}
