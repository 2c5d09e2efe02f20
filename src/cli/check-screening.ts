import { bad, type Finding, good } from "#bots/check-up.ts";
import { loadTables } from "#core/screening/load-tables.ts";
import { loadPolicies, ownPolicies } from "#core/screening/policies/load-policies.ts";
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

function policiesFinding(home: string): Finding {
  try {
    const { rules } = loadPolicies(ownPolicies(home));
    const changed = [...rules.values()].filter(({ changedBy }) => changedBy !== undefined).length;
    return good("Policies", `${rules.size} rules, ${changed} of them changed by your own files`);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const [first] = error.problems;
    const more = error.problems.length > 1 ? `, and ${error.problems.length - 1} more` : "";
    return bad(
      "Policies",
      `${[first?.file, first?.where].filter(Boolean).join(", ")}: ${first?.problem ?? ""}${more}`,
      "Run curbside policy lint, and correct the files in CURBSIDE_HOME/policies.",
    );
  }
}

/** Whether screening has its tables and its rules. */
export const screeningFindings = (home: string): Finding[] => [tablesFinding(), policiesFinding(home)];
