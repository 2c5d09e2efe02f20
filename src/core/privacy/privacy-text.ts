import { t } from "#core/language/t.ts";
import type { Texts } from "#core/refusal-text.ts";

/** Words for what can be refused about exports and erasures. */
export const PRIVACY_TEXT: Texts<"export_too_big" | "name_differs" | "last_admin"> = {
  export_too_big: () => ({
    title: t("Too much for one message"),
    detail: t("What is kept about you is larger than a file may be here. Nothing was saved."),
    nextStep: t("Ask an admin of your community: two of them can save it for you, and you are told."),
  }),
  name_differs: () => ({
    title: t("Nothing was erased"),
    detail: t("What you typed is not your name here."),
    nextStep: t("Open the form again and type the name as it stands there."),
  }),
  last_admin: () => ({
    title: t("Somebody has to look after this community"),
    detail: t("Nothing was erased. You are the only admin."),
    nextStep: t("Make somebody else an admin first (curbside admin invite)."),
  }),
};
