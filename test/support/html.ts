import { SaxesParser } from "saxes";

export interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
}

/** The page as a parser sees it; anything that is not well-formed throws. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const made = { name, attributes: { ...attributes } as Record<string, string>, text: "" };
    elements.push(made);
    open.push(made);
  });
  parser.on("text", (text) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(html).close();
  return elements;
}

/** Texts that want to be more than a text. */
export const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</title></h1><svg onload=alert(1)>`,
  `]]><!-- &lt; &#60;`,
  `| a | b |\n# big\n[x](http://x.example) ![y](z) @everyone <@42> www.x.example`,
  "\u202Eback\u0000\uFFFE\uD800",
];
