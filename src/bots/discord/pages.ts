import { t } from "#core/language/t.ts";
import type { Button } from "./markup.ts";

/** A list of Discord's has room for as many. */
export const PER_PAGE = 25;

/** Which page a button names: the first for whatever is none. */
export const pageFrom = (subject: string): number => (/^\d{1,4}$/.test(subject) ? Number(subject) : 0);

/** The button to the page after this one; from the last page one comes to the first again. */
export function moreButton(verb: string, { page, more }: { page: number; more: boolean }): Button[] {
  if (more) return [{ verb, subject: `${page + 1}`, label: t("More") }];
  return page === 0 ? [] : [{ verb, subject: "0", label: t("Back to the first") }];
}

/** One page of a list, where on the list it begins, and the button to the rest. */
export function pageOf<T>(all: readonly T[], page: number, verb: string) {
  const first = page * PER_PAGE < all.length ? page * PER_PAGE : 0;
  const shown = all.slice(first, first + PER_PAGE);
  const at = { page: first / PER_PAGE, more: first + PER_PAGE < all.length };
  return { shown, first, buttons: moreButton(verb, at) };
}
