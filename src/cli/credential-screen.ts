import { beside, hanging, oneLine } from "#cli/columns.ts";
import type { Paint } from "#cli/command.ts";
import {
  ageOf,
  dayFrom,
  dayOf,
  FIELD_WORDS,
  LEVEL_WORDS,
  proofWords,
  resultWords,
  sourceName,
  toneOf,
} from "#cli/credential-words.ts";
import type { ShownCheck, ShownCredential } from "#core/credentials/decision/show-credential.ts";
import { ageInDays } from "#core/credentials/registries/days.ts";

/** The screen fits this many columns. */
const WIDTH = 100;
const LABEL = 16;
const CLAIMED = 28;
const REGISTRY = 34;
/** So much of a row's hash names it on the command line. */
export const SHORT_HASH = 12;

const daysOld = (day: string, now: Date): string => {
  const days = ageInDays(day, now);
  return days === 1 ? "1 day old" : `${days} days old`;
};

/** What was claimed of a field that a check compared. */
function claimedOf(shown: ShownCredential, field: string): string {
  const { names, profession, licence, npi } = shown;
  if (field.startsWith("licence")) return licence;
  switch (field) {
    case "last name":
      return names === null ? "-" : [names.last, ...names.former].join(", formerly ");
    case "first name":
      return names?.first ?? "-";
    case "middle name":
      return names?.middle ?? "-";
    case "profession":
      return profession;
    case "npi":
      return npi ?? "-";
    case "status":
      return "in force";
    case "expires":
      return "not over";
    default:
      return "-";
  }
}

function row(label: string, text: string, paint: Paint): string[] {
  const [first = "", ...more] = hanging(" ".repeat(LABEL + 1), text, WIDTH);
  return [`${paint.quiet(label.padEnd(LABEL))} ${first.slice(LABEL + 1)}`, ...more];
}

function claimLines(shown: ShownCredential, now: Date, paint: Paint): string[] {
  const { names, licence, npi, display, profession, jurisdiction, claimedAt } = shown;
  const name =
    names === null
      ? "not written down"
      : [names.first, names.middle, names.last].filter((part) => part !== null && part !== "").join(" ");
  return [
    ...row("name", name, paint),
    ...(names !== null && names.former.length > 0 ? row("formerly", names.former.join(", "), paint) : []),
    ...row("licence", `${profession}, ${jurisdiction}, number ${licence}`, paint),
    ...row("NPI", npi ?? "none given", paint),
    ...row("shown to all as", display === "named" ? "their name" : "their profession, without a name", paint),
    ...row("claimed", `${ageOf(claimedAt, now)} ago (${dayOf(claimedAt)})`, paint),
  ];
}

function whereFrom({ file, asOf, method, by, checkedAt, url }: ShownCheck, now: Date): string {
  const of = asOf === null ? "" : ` of ${asOf}, ${daysOld(asOf, now)}`;
  const source = file === null ? "no file" : `${oneLine(file)}${of}`;
  const who = by ?? (method === "manual" ? "somebody who left" : "the monthly check");
  return `${source}; ${dayFrom(checkedAt, now)} by ${who}${url === null ? "" : `; ${oneLine(url)}`}`;
}

function fieldLines(shown: ShownCredential, { fields }: ShownCheck, paint: Paint): string[] {
  // The form of a number has nothing beside it.
  if (fields.every(({ registry }) => registry === undefined)) return [];
  const line = (label: string, claim: string, registry: string, word: string) =>
    beside([
      [label, LABEL],
      [claim, CLAIMED],
      [registry, REGISTRY],
      [word, 12],
    ]).map((one) => `  ${one}`);
  return [
    ...line("", "they claim", "the register has", "").map(paint.quiet),
    ...fields.flatMap(({ field, outcome, registry }) =>
      line(field, claimedOf(shown, field), registry ?? "-", FIELD_WORDS[outcome]),
    ),
  ];
}

function checkLines(shown: ShownCredential, check: ShownCheck, now: Date, paint: Paint): string[] {
  const { source, result, says, candidates } = check;
  const title = `${sourceName(source)}: ${resultWords(source, result)}`;
  const sentences = says === "" ? [] : says.split("\n");
  return [
    paint[toneOf(source, result)](title),
    ...sentences.flatMap((one) => hanging("  ", one, WIDTH)),
    ...(source === "report" ? [] : hanging("  ", whereFrom(check, now), WIDTH).map(paint.quiet)),
    ...fieldLines(shown, check, paint),
    ...candidates.flatMap(({ rowHash, score, cleared, says: about }) =>
      hanging(
        `  ${rowHash.slice(0, SHORT_HASH)}  score ${score.toFixed(2)}  `,
        `${cleared || shown.cleared.includes(rowHash) ? "somebody else: " : "MAY BE THEM: "}${about}`,
        WIDTH,
      ),
    ),
  ];
}

function proposalWords(shown: ShownCredential, now: Date): string {
  const { proposal, proposedBy, approvedBy, proposalExpiresAt, role } = shown;
  if (proposal === null) return "nobody has proposed it";
  const by = `proposed by ${proposedBy ?? "somebody who left"}, to be ${role === "lead" ? "a lead" : `a ${role}`}`;
  if (proposal === "open" && proposalExpiresAt !== null)
    return `${by}; waits for a second person until ${dayFrom(proposalExpiresAt, now)}`;
  if (proposal === "approved") return `${by}; approved by ${approvedBy ?? "somebody who left"}`;
  return `${by}; ${proposal === "expired" ? "nobody agreed in time" : proposal}`;
}

function proofLines(shown: ShownCredential, now: Date, paint: Paint): string[] {
  const { level, proofs, proved } = shown;
  return [
    ...row("level", LEVEL_WORDS[level], paint),
    ...proofs.flatMap(({ kind, by, at, from }) => {
      const half = kind === "vouch" && !proved.includes("vouch") ? "one of " : "";
      const who = by === null ? "" : `, by ${by}`;
      const origin = from === null ? "" : ` (${from})`;
      return row("proved", `${half}${proofWords(kind)}${origin}${who}, ${dayFrom(at, now)}`, paint);
    }),
  ];
}

function decisionLines(shown: ShownCredential, now: Date, paint: Paint): string[] {
  const { note, decidedFor, expiresAt, nextDueAt, underReviewAt, alsoClaimedBy, saidBefore } = shown;
  const others = alsoClaimedBy.join(", ");
  return [
    ...(others === ""
      ? []
      : row("claimed twice", `the same number is claimed or held by ${others}`, paint).map(paint.bad)),
    ...saidBefore.flatMap((said) => row("said before", said, paint).map(paint.bad)),
    ...row("proposal", proposalWords(shown, now), paint),
    ...(note === null ? [] : row("note", note, paint)),
    ...(decidedFor === null ? [] : row("last reason", decidedFor, paint)),
    ...(underReviewAt === null
      ? []
      : row("under review", `since ${dayFrom(underReviewAt, now)}`, paint).map(paint.warn)),
    ...row("licence ends", expiresAt === null ? "no day is known" : dayFrom(expiresAt, now), paint),
    ...row("look again by", nextDueAt === null ? "-" : dayFrom(nextDueAt, now), paint),
  ];
}

/** All that is known of a credential on one screen, for those who decide. At most 100 columns; colour says nothing that words do not. */
export function credentialScreen(
  shown: ShownCredential,
  { now, paint }: { now: Date; paint: Paint },
): string[] {
  const { credentialId, provider, status, checks } = shown;
  return [
    `${paint.title(provider)}  ${status}  ${paint.quiet(credentialId)}`,
    "",
    ...claimLines(shown, now, paint),
    "",
    ...(checks.length === 0
      ? ["No register was asked yet."]
      : checks.flatMap((check, at) => [...(at === 0 ? [] : [""]), ...checkLines(shown, check, now, paint)])),
    "",
    ...proofLines(shown, now, paint),
    ...decisionLines(shown, now, paint),
  ];
}
