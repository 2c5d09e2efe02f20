import type { ComparedRule, Standing } from "#bots/discord/automod/compare-rules.ts";
import type { Paint } from "#cli/command.ts";

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  new: "new",
  changed: "changed by your policies or options",
  same: "stands as it should",
  "by-hand": "changed by hand on Discord, and would be put back",
  gone: "not wanted any more",
  "no-room": "left out: Discord has room for 6 such rules, and others of the server take it",
};

const DONE_WORDS: Readonly<Record<Standing, string>> = {
  ...STANDING_WORDS,
  new: "made",
  changed: "brought up to date",
  "by-hand": "put back: it had been changed by hand on Discord",
  gone: "removed",
};

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

function shareLines({ wanted }: ComparedRule, paint: Paint): string[] {
  return (wanted?.shares ?? []).map(
    ({ rule, phrases, inPart, leftOut, examples, found, innocents, falseAlarms }) => {
      const parts = [
        ...(inPart > 0 ? [`${inPart} in part`] : []),
        ...(leftOut > 0 ? [`${leftOut} left out`] : []),
      ];
      const fits = parts.length === 0 ? "all fit" : parts.join(", ");
      return paint.quiet(
        `    ${rule}: ${plural(phrases, "phrase")}, ${fits}; finds ${found} of its ${plural(examples, "example")}${falseAlarms > 0 ? `, and wrongly ${falseAlarms} of ${innocents} others` : ""}`,
      );
    },
  );
}

function ruleLines(rule: ComparedRule, { isMeant, paint }: { isMeant: boolean; paint: Paint }): string[] {
  const { standing, name, wanted } = rule;
  const words = (isMeant ? DONE_WORDS : STANDING_WORDS)[standing];
  const mark = standing === "same" ? paint.quiet : standing === "no-room" ? paint.bad : paint.warn;
  const { keyword_filter = [], regex_patterns = [] } = wanted?.body.trigger_metadata ?? {};
  const does = wanted?.stops ? "keeps it from being posted, and tells the team" : "tells the team";
  return [
    `${paint.title(name)}: ${mark(words)}`,
    ...(wanted === undefined
      ? []
      : [
          `  ${does}; ${plural(keyword_filter.length, "keyword")}, ${plural(regex_patterns.length, "pattern")}`,
        ]),
    ...shareLines(rule, paint),
  ];
}

/** Rule by rule how the filter stands, what of the policies does not fit, and what to do next. */
export function pushLines(
  rules: readonly ComparedRule[],
  { isMeant, paint }: { isMeant: boolean; paint: Paint },
): string[] {
  const waits = rules.filter(({ standing }) => standing !== "same" && standing !== "no-room").length;
  const end = isMeant
    ? paint.good("Discord's filter is in line with the policies.")
    : `${plural(waits, "rule")} would change. Nothing was changed: \`--yes\` does it.`;
  return [
    paint.quiet("Discord's filter looks for words and knows no vetoes: it finds less, and errs more often."),
    ...rules.flatMap((rule) => ruleLines(rule, { isMeant, paint })),
    waits === 0 ? paint.good("Discord's filter is in line with the policies.") : end,
  ];
}
