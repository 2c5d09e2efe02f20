import { aboutWords, EFFECT_WORDS, momentOf, SAYS, times, waitsFor } from "#cli/case-words.ts";
import { blocksBeside, hanging, snippetOf, wrapped } from "#cli/columns.ts";
import type { Paint } from "#cli/command.ts";
import { dayOf } from "#cli/credential-words.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import type { ShownNote } from "#core/moderation/cases/case-notes.ts";
import type { ShownEvidence } from "#core/moderation/cases/evidence.ts";
import type { CaseDecision, ShownCase } from "#core/moderation/cases/show-case.ts";
import type { NamedRule } from "#core/moderation/reports/rules-named.ts";
import type { RuleBook } from "#core/moderation/rules.ts";

/** From this width on, the rules stand beside what was reported. */
const WIDE = 110;
/** So much of a text is shown before somebody asks for all of it. */
const SNIPPET = 80;

interface View {
  readonly now: Date;
  readonly paint: Paint;
  readonly columns: number;
  readonly rules: RuleBook;
  /** False shows the beginning of each text only. */
  readonly all: boolean;
}

/** The paragraphs of a text, each wrapped; or its beginning. */
function textLines(text: string, width: number, all: boolean): string[] {
  if (!all) {
    const { text: start, more } = snippetOf(text, SNIPPET);
    return [...wrapped(start, width), ...(more ? ["(there is more)"] : [])];
  }
  return text.split("\n").flatMap((paragraph) => wrapped(paragraph, width));
}

export function evidenceLines(
  evidence: readonly ShownEvidence[],
  { width, all }: { width: number; all: boolean },
): string[] {
  if (evidence.length === 0) return wrapped("No text was kept: it is about how somebody behaves.", width);
  return evidence.flatMap(({ text, author, what, writtenAt, unchanged }, at) => [
    ...(at === 0 ? [] : [""]),
    ...wrapped(`${what} of ${author}, ${writtenAt.slice(0, 16).replace("T", " ")}`, width),
    ...(unchanged ? [] : wrapped("NOT AS IT WAS KEPT: somebody changed the record.", width)),
    ...textLines(text, width - 2, all).map((line) => `  ${line}`),
  ]);
}

/** The rules that reports name first, each with how many do; then all others. */
function ruleLines(named: readonly NamedRule[], { inForce }: RuleBook, width: number): string[] {
  const line = (number: number | null, words: string) =>
    hanging(`${String(number ?? "").padStart(2)} `, words, width);
  const others = inForce.filter(({ id }) => !named.some((one) => one.id === id));
  return [
    ...named.flatMap(({ number, title, text, reports }) =>
      line(number, `${title}${text === "" ? "" : `: ${text}`} (${times(reports, "report")} named it)`),
    ),
    ...(named.length === 0 ? [] : [""]),
    ...others.flatMap(({ number, title, text }) => line(number, `${title}: ${text}`)),
  ];
}

/** What was reported beside the rules where there is room, else above them. */
function bodyLines({ evidence, rules: named }: ShownCase, { columns, all, paint, rules }: View): string[] {
  if (columns < WIDE)
    return [
      paint.title("What was reported"),
      ...evidenceLines(evidence, { width: columns, all }),
      "",
      paint.title("The rules"),
      ...ruleLines(named, rules, columns),
    ];
  const width = Math.floor((columns - 5) / 2);
  return blocksBeside(
    ["What was reported", "", ...evidenceLines(evidence, { width, all })],
    ["The rules", "", ...ruleLines(named, rules, width)],
    width,
  );
}

export const noteLines = (notes: readonly ShownNote[], width: number): string[] =>
  notes.flatMap(({ kind, by, text, at }) =>
    hanging("  ", `${dayOf(at)} ${by} ${SAYS[kind]}: ${text}`, width),
  );

function decisionLines(decision: CaseDecision, width: number): string[] {
  const { action, rule, reason, points, state, by, decidedAt, endsAt, pausesUntil, confirmBy, appeal } =
    decision;
  const facts = [
    `${action}${rule === "" ? "" : `, ${rule}`}, by ${by} on ${dayOf(decidedAt)}: ${state}`,
    ...(points === 0 ? [] : [times(points, "point")]),
    ...(endsAt === null || state !== "standing" ? [] : [`until ${momentOf(endsAt)}`]),
    ...(pausesUntil === null || state !== "standing"
      ? []
      : [`writing paused until ${momentOf(pausesUntil)} by the points`]),
    ...(confirmBy === null || state !== "standing"
      ? []
      : [`over on ${momentOf(confirmBy)} unless a second person confirms it`]),
    ...(appeal === null ? [] : [`appeal ${appeal}`]),
  ];
  return [...hanging("  ", facts.join("; "), width), ...hanging("    ", reason, width)];
}

function block(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", paint.title(title), ...lines];
}

/** A case on one screen, for those who decide. Who reported is on none. Colour says nothing that words do not. */
export function caseScreen(shown: ShownCase, view: View): string[] {
  const { number, about, person, points, severity, state, openedAt, holder, leaseEndsAt } = shown;
  const { now, paint, columns, all } = view;
  const grave = severity === 3 ? paint.bad : severity === 2 ? paint.warn : paint.quiet;
  const held =
    holder === null || leaseEndsAt === null ? [] : [`${holder} has it until ${momentOf(leaseEndsAt)}`];
  const has = person === null ? [] : [`${person} has ${times(points, "point")} now`];
  const reasons = shown.reports.flatMap(({ reason, at }, index) =>
    textLines(reason === "" ? "(no reason)" : reason, columns - 2, all).map((line, first) =>
      first === 0 ? `  report ${index + 1}, ${dayOf(at)}: ${line}` : `  ${line}`,
    ),
  );
  const effects = shown.effects.map(
    ({ platform, what, state: is, trouble }) =>
      `  ${platform}: ${EFFECT_WORDS[what]}: ${is}${trouble === null ? "" : ` (${trouble})`}`,
  );
  const decisions = shown.decisions.flatMap((one) => decisionLines(one, columns));
  return [
    `${paint.title(`Case ${number}`)}  ${grave(SEVERITIES[severity])}  ${aboutWords(about, person)}  ${state}`,
    ...hanging(
      "",
      [
        `open for ${waitsFor(openedAt, now)}`,
        times(shown.reports.length, "report"),
        ...(shown.onlyLeads ? ["said in private: only leads and admins see it"] : []),
        ...has,
        ...held,
      ].join("; "),
      columns,
    ),
    "",
    ...bodyLines(shown, view),
    ...block("Why it was reported", reasons, paint),
    ...block("Notes", noteLines(shown.notes, columns), paint),
    ...block("Decided", decisions, paint),
    ...block("How far it has got", effects, paint),
  ];
}
