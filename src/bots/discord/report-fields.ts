import type { APILabelComponent } from "discord.js";
import { t } from "#core/language/t.ts";
import type { HeardReport } from "#core/moderation/reports/file-report.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleChoices } from "./choices.ts";
import type { Content } from "./markup.ts";
import { selectField, textField } from "./modal.ts";
import { withHelp } from "./with-help.ts";

/** What every report asks: no more than somebody who is upset can answer. */
export function reportFields(rules: RuleBook): readonly APILabelComponent[] {
  return [
    textField({
      id: "reason",
      label: t("What is wrong?"),
      hint: t("The other person isn't told who reported."),
      limit: 500,
      long: true,
    }),
    selectField({
      id: "rule",
      label: t("Which rule, if you know"),
      hint: t("You can leave this out."),
      options: ruleChoices(rules),
      optional: true,
    }),
  ];
}

/** What whoever reported is told: what happens next, and that nobody else hears of it. */
export function thanksFor({ help, isNew }: HeardReport, next = ""): Content {
  const got = isNew
    ? t("Thank you. A moderator will look.")
    : t("Thank you. You told us before, and a moderator has yet to look.");
  return withHelp(
    help,
    [got, next, t("I will tell you what came of it. The other person isn't told who reported.")]
      .filter((part) => part !== "")
      .join(" "),
  );
}
