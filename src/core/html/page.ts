import { createHash } from "node:crypto";
import { currentLanguage } from "#core/language/language.ts";
import { element, escaped } from "./markup.ts";

/** No script, no font, no picture, no frame, no address of anybody: only the style that is written in the page. */
const policyFor = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * One page that needs nothing else and runs nothing. It is well-formed XML too, so that any tool can check that what somebody
 * wrote stays a text. `main` is markup already, the title is not.
 */
export function htmlPage({
  title,
  style,
  main,
}: {
  readonly title: string;
  readonly style: string;
  readonly main: readonly string[];
}): string {
  const page = element(
    "html",
    { lang: currentLanguage() },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policyFor(style) }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "referrer", content: "no-referrer" }),
      element("title", {}, escaped(title)),
      `<style>${style}</style>`,
    ),
    element("body", {}, element("main", {}, element("h1", { dir: "auto" }, escaped(title)), ...main)),
  );
  return `<!DOCTYPE html>\n${page}`;
}
