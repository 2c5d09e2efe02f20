import { msg, t } from "#core/language/t.ts";
import { type Button, type Content, line } from "../markup.ts";

/** Asked before it is done: a slip would take somebody out of their thread. */
export function askToBlock({ verb, subject }: Pick<Button, "verb" | "subject">): Content {
  return line(
    t(
      "Block this person? You will not be matched with them or get anything from them through me, whichever account they use. A thread or friendship with them ends. They are not told.",
    ),
    [{ verb, subject, label: t("Yes, block"), look: "danger" }],
  );
}

export const BLOCKED = msg(
  "Blocked. They are not told. With /blocks you see whom you blocked, and can take it back.",
);
