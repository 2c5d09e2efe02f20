import { listAt, type Obj, objAt, textAt } from "./json.ts";
import type { Pinged } from "./model.ts";
import { mergePings, type Names, NO_PINGS, unescapeText } from "./mrkdwn.ts";

/** The lines of a rich_text block. Text elements are literal: nothing in them is parsed. */
export function richTextLines(block: Obj, names: Names): string[] {
  return listAt(block, "elements").flatMap((part) => {
    if (part.type === "rich_text_list") {
      const bullet = part.style === "ordered" ? (index: number) => `${index + 1}. ` : () => "• ";
      return listAt(part, "elements").map((item, index) => bullet(index) + inline(item, names));
    }
    const prefix = part.type === "rich_text_quote" ? "> " : "";
    return inline(part, names)
      .split("\n")
      .map((line) => prefix + line);
  });
}

function inline(section: Obj, names: Names): string {
  return listAt(section, "elements")
    .map((element) => {
      const shown = word(element, names);
      return objAt(element, "style").strike === true ? `~~${shown}~~` : shown;
    })
    .join("");
}

function word(element: Obj, names: Names): string {
  switch (element.type) {
    case "text":
      return unescapeText(textAt(element, "text"));
    case "link":
      return textAt(element, "text") || textAt(element, "url");
    case "emoji":
      return `:${textAt(element, "name")}:`;
    case "user":
      return `@${names.user(textAt(element, "user_id"))}`;
    case "channel":
      return `#${names.channel(textAt(element, "channel_id"))}`;
    case "broadcast":
      return `@${textAt(element, "range")}`;
    case "usergroup":
      return `@${textAt(element, "usergroup_id")}`;
    case "date":
      return textAt(element, "fallback");
    default:
      return "";
  }
}

/** The real mentions in a rich_text block. */
export function pingsInRichText(part: Obj): Pinged {
  const own: Pinged = {
    users: part.type === "user" ? [textAt(part, "user_id")] : [],
    channel: part.type === "broadcast" && part.range !== "here",
    here: part.type === "broadcast" && part.range === "here",
    groups: part.type === "usergroup" ? [textAt(part, "usergroup_id")] : [],
  };
  const inner = listAt(part, "elements").map(pingsInRichText);
  return inner.length === 0 ? own : mergePings([NO_PINGS, own, ...inner]);
}
