import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { oneLine } from "#cli/columns.ts";
import { type Paint, UsageError } from "#cli/command.ts";
import type { Address } from "#core/credentials/proof/open-proof.ts";

/** "+1 206 555 0100"; as it is written where it cannot be read. */
export function phoneWords(phone: string): string {
  const parsed = parsePhoneNumberFromString(phone, "US");
  return parsed?.isPossible() === true ? parsed.formatInternational() : oneLine(phone);
}

/** A phone number as typed, in the form of E.164: with + and country, or as in the United States. */
export function phoneTyped(typed: string): string {
  const parsed = parsePhoneNumberFromString(typed, "US");
  if (parsed === undefined || !parsed.isPossible())
    throw new UsageError(
      `--phone must be a number such as +442079460000 or (206) 555-0100, not "${oneLine(typed)}"`,
    );
  return parsed.format("E.164");
}

export interface BegunProof {
  readonly kind: "call-back" | "video";
  readonly code: string;
  readonly expiresAt: Date;
  readonly address: Address | null;
}

/** What an admin does now, in the order of doing it. */
export function proofSteps({ kind, code, expiresAt, address }: BegunProof, paint: Paint): string[] {
  const until = `${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const first =
    address === null
      ? ["1. Meet the provider live: by video, or in person. Compare the face with the name that they claim."]
      : [
          `1. Call ${paint.title(phoneWords(address.to))}  (from ${oneLine(address.from)}).`,
          "   Ask reception for the provider by the name on the licence. Take no other number from anybody.",
        ];
  const who = kind === "call-back" ? "who comes to the phone" : "whom you meet";
  return [
    ...first,
    `2. Read the code to the one ${who}: ${paint.title(code)}  (until ${until})`,
    "3. They enter it themselves, from their own account, while you are with them.",
    "Never read it to anybody else, and never write it down for them: it shows whose account it is.",
  ];
}
