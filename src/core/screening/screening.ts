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

/** Each type of identifier, and the words that stand in its place. */
export const PLACEHOLDERS = {
  NAME: "[name]",
  DATE: "[date]",
  CITY: "[place]",
  ADDRESS: "[address]",
  ZIP: "[postcode]",
  HOSPITAL: "[care facility]",
  PHONE: "[phone number]",
  EMAIL: "[e-mail address]",
  URL: "[link]",
  SSN: "[social security number]",
  IP: "[IP address]",
  ACCOUNT: "[account number]",
  MRN: "[record number]",
  LICENSE: "[license number]",
  DEVICE: "[device number]",
  VEHICLE: "[vehicle number]",
  HANDLE: "[username]",
  AGE90: "[age 90 or over]",
} as const;

export type IdentifierType = keyof typeof PLACEHOLDERS;

/** A stretch of the input that points at a person. Offsets are UTF-16 code units of the input. */
export interface Identifier {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
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
 * What a signal asks for. `note`: the text goes on, marked. `hold`: a person looks before it goes on. `help`: help is
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
  readonly identifiers: readonly Identifier[];
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

/** The gravest verdict that any of the signals asks for; `clear` without signals. */
export function gravest(signals: readonly Signal[]): Verdict {
  let rank = 0;
  for (const signal of signals) rank = Math.max(rank, VERDICTS.indexOf(verdictOf(signal)));
  return VERDICTS[rank] ?? "clear";
}
