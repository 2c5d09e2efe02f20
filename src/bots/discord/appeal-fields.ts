import { t } from "#core/language/t.ts";
import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import type { FiledAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { escapeText, moment } from "./markup.ts";
import { textField } from "./modal.ts";
import { withHelp } from "./with-help.ts";

export const sideField = () =>
  textField({
    id: "text",
    label: t("What do you want to say?"),
    hint: t("Whoever looks at it again reads this. It is not who decided."),
    limit: APPEAL_LIMIT,
    long: true,
  });

export const filedLine = ({ community, dueAt, help }: FiledAppeal) =>
  withHelp(
    help,
    t(
      "Thank you. {community} has your appeal. A different person looks at it; we hope to tell you by {dueAt}.",
      { community: escapeText(community), dueAt: moment(dueAt) },
    ),
  );

export const repliedLine = ({ help }: Pick<FiledAppeal, "help">) =>
  withHelp(help, t("Thank you. Whoever looks at it again will read it."));
