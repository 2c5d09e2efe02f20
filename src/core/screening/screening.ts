/** What screening says of a text, gravest last. `hold` means that a person should look before it goes on. */
export const VERDICTS = ["clear", "hold", "concern", "crisis", "emergency"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Verdicts that bring help at once. */
export type GraveVerdict = Extract<Verdict, "crisis" | "emergency">;

export function isGrave(verdict: Verdict): verdict is GraveVerdict {
  return verdict === "crisis" || verdict === "emergency";
}

/** `inbound` is what a patient wrote; `answer` is what a provider is about to send. */
export type Direction = "inbound" | "answer";

/** What points at a person: the types of HIPAA's Safe Harbor rule (45 CFR 164.514) as people write them in chat. */
export type IdentifierType =
  | "NAME"
  | "DATE"
  | "CITY"
  | "ADDRESS"
  | "ZIP"
  | "HOSPITAL"
  | "PHONE"
  | "EMAIL"
  | "URL"
  | "SSN"
  | "IP"
  | "ACCOUNT"
  | "MRN"
  | "LICENSE"
  | "DEVICE"
  | "VEHICLE"
  | "HANDLE"
  | "AGE90";

/** A stretch of the input that points at a person. Offsets are UTF-16 code units of the input. */
export interface Identifier {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
}

/** An identifier with what stands in its place: "[name]", or "[name 2]" for the second person of a conversation. */
export interface RemovedIdentifier extends Identifier {
  readonly placeholder: string;
}

export type SignalKind =
  | "concern"
  | "crisis"
  | "emergency"
  | "method"
  | "impersonation"
  | "sales"
  | "harassment"
  | "advice"
  | "community";

/**
 * What a signal asks for. `note`: the text goes on, marked. `hold`: it never goes without its writer's press. `help`: help is
 * shown to the writer at once and somebody is told.
 */
export type SignalAction = "note" | "hold" | "help";

/** One rule that matched. Offsets are UTF-16 code units of the input; `score` lies in 0..1. */
export interface Signal {
  readonly kind: SignalKind;
  readonly action: SignalAction;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export interface Screening {
  readonly verdict: Verdict;
  readonly identifiers: readonly RemovedIdentifier[];
  /** The input with every identifier replaced by its placeholder. */
  readonly scrubbed: string;
  readonly signals: readonly Signal[];
  /** False when part of the text could not be read by the rules (too long, or a script or a language they do not know). */
  readonly fullyScreened: boolean;
}

/** What a kind of signal asks for when no rule says otherwise. */
export function actionOf(kind: SignalKind): SignalAction {
  if (kind === "crisis" || kind === "emergency") return "help";
  return kind === "concern" ? "note" : "hold";
}

function verdictOf({ kind, action }: Signal): Verdict {
  if (kind === "concern" || kind === "crisis" || kind === "emergency") return kind;
  return action === "note" ? "clear" : "hold";
}

export function graver(one: Verdict, other: Verdict): Verdict {
  return VERDICTS.indexOf(one) >= VERDICTS.indexOf(other) ? one : other;
}

/** The gravest verdict that any of the signals asks for; `clear` without signals. */
export function gravest(signals: readonly Signal[]): Verdict {
  let rank = 0;
  for (const signal of signals) rank = Math.max(rank, VERDICTS.indexOf(verdictOf(signal)));
  return VERDICTS[rank] ?? "clear";
}
