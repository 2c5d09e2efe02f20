import { t } from "#core/language/t.ts";
import { askForCompany, type Company } from "#core/moderation/ask-for-company.ts";
import { supportButtons } from "../cards/crisis-support.ts";
import { escapeText, line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** What the team sees, whether somebody is there, and what else there is meanwhile. */
function answer({ takenBy, toldAgainAfterMinutes }: Company): string {
  const there =
    takenBy === undefined
      ? t(
          "Nobody may be here right now. When somebody is, you get a message. If nobody is there in {toldAgainAfterMinutes} minutes, we tell the team again, and we tell you. You don't have to wait for us: the lines are there now.",
          { toldAgainAfterMinutes },
        )
      : t("{takenBy} of the team is here for you.", { takenBy: escapeText(takenBy) });
  return [
    t("Thank you for telling us. You don't have to be alone with this."),
    t(
      "The team can see your name here, that you would like company, and when you asked. They can't see your words, your Discord name or where you live.",
    ),
    there,
    t("To talk with them, send your card or use /ask: they can write back to you here."),
  ].join("\n\n");
}

export const askForCompanyButton = {
  verb: "company",
  reply: "private",
  changes: true,
  access: "crisis.ask-company",
  async run({ handling, actor, subjectId }) {
    const company = await askForCompany(handling, { actor, alertId: subjectId });
    return line(answer(company), supportButtons(undefined));
  },
} satisfies DiscordButton;
