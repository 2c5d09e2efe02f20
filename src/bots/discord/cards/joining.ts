import { t } from "#core/language/t.ts";
import { JOINING_SCREENS } from "#core/members/joining-text.ts";
import type { Face } from "../markup.ts";

/** One of the short screens before joining; the last one leads to the form. */
export function joiningFace(step: number): Face {
  const at = Math.min(Math.max(step, 0), JOINING_SCREENS.length - 1);
  const screen = JOINING_SCREENS[at];
  if (screen === undefined) throw new Error("there is no screen to show before joining");
  const last = at === JOINING_SCREENS.length - 1;
  return {
    title: t(screen.title),
    body: t(screen.text),
    footer: t("{page} of {pages}", { page: at + 1, pages: JOINING_SCREENS.length }),
    buttons: [
      last
        ? { verb: "join", subject: "new", label: t("Join"), look: "main" }
        : { verb: "join-step", subject: String(at + 1), label: t("Next"), look: "main" },
    ],
  };
}
