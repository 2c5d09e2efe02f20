import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import { momentOf } from "#cli/case-words.ts";
import { draftWords } from "#cli/policy-files.ts";
import type { Core } from "#core/core.ts";
import { ownInForce } from "#core/moderation/policies/own-in-force.ts";
import { loadTables } from "#core/screening/load-tables.ts";
import { ownPolicies, ownSources, policiesWith } from "#core/screening/policies/load-policies.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";

const nameOf = (error: unknown) =>
  error instanceof Error && "path" in error ? String(error.path).replace(/^.*[/\\]/, "") : "one of them";

function tablesFinding(): Finding {
  try {
    loadTables();
    return good("Screening tables", "all can be read");
  } catch (error) {
    return bad(
      "Screening tables",
      `${nameOf(error)} cannot be read`,
      "Install this version of Curbside again; the file is part of it.",
    );
  }
}

function problemWords({ problems }: PolicyError): string {
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
  return `${[first?.file, first?.where].filter(Boolean).join(", ")}: ${first?.problem ?? ""}${more}`;
}

const rulesWords = ({ rules }: Policies): string => {
  const changed = [...rules.values()].filter(({ changedBy }) => changedBy !== undefined).length;
  return `${rules.size} rules, ${changed} of them changed by your own files`;
};

/** What the rules are, or what is wrong with them. */
function rulesFinding(what: string, { rules, fix }: { rules: () => Policies; fix: string }): Finding {
  try {
    return good(what, rulesWords(rules()));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return bad(what, problemWords(error), fix);
  }
}

/** How the draft stands to what is in force, whose mistakes stop nothing. */
function draftFinding(held: readonly PackSource[], home: string): Finding[] {
  const what = "Draft of policies";
  const draft = ownSources(ownPolicies(home));
  const differs = draftWords(held, draft);
  if (differs === undefined) return [];
  const says = `not in force: ${differs}`;
  const wrong = rulesFinding(what, { rules: () => policiesWith(draft), fix: "" });
  return wrong.ok
    ? [
        warning(
          what,
          says,
          "Run curbside policy propose, and let a second person agree; or put the files back.",
        ),
      ]
    : [
        warning(
          what,
          `${says}; ${wrong.says}`,
          "Run curbside policy lint, and correct the files in policies/.",
        ),
      ];
}

/** What two people agreed to, what one put over it, and how the draft stands to it. */
export async function policyFindings(core: Core): Promise<Finding[]> {
  const what = "Policies";
  const fix =
    "Correct policies/ in CURBSIDE_HOME, run curbside policy propose, and let a second person agree.";
  const rules = rulesFinding(what, { rules: () => core.policies(), fix });
  const own = rules.ok ? await ownInForce(core) : undefined;
  if (own === undefined) return [rules];
  const { until, files } = own;
  const alone =
    until === undefined
      ? []
      : [
          warning(
            "Emergency policies",
            `one person put them in force, until ${momentOf(until)}`,
            "A second person confirms them (curbside proposal list), or ends them with curbside policy take-back.",
          ),
        ];
  return [rules, ...alone, ...draftFinding(files, core.config.home)];
}

/** The files in the home folder, where there is no database that says which are in force. */
const homeFinding = (home: string): Finding =>
  rulesFinding("Policies", {
    rules: () => policiesWith(ownSources(ownPolicies(home))),
    fix: "Run curbside policy lint, and correct the files in CURBSIDE_HOME/policies.",
  });

/** Whether screening has its tables and its rules. */
export const screeningFindings = async (home: string, core: Core | undefined): Promise<Finding[]> => [
  tablesFinding(),
  ...(core === undefined ? [homeFinding(home)] : await policyFindings(core)),
];
