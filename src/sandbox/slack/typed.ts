import type { Obj } from "./json.ts";
import type { NewMessage } from "./messages.ts";
import type { PersonRecord } from "./model.ts";
import { escapeText } from "./mrkdwn.ts";
import type { World } from "./world.ts";

/** What Slack makes of typed text: escaped, with `@Name` of a member or app as a mention, and a rich_text block. */
export function typedMessage(
  world: World,
  author: PersonRecord,
  text: string,
  threadTs: string | undefined,
): NewMessage {
  const parts = splitMentions(world, author, text);
  const elements = parts.map(
    (part): Obj =>
      part.userId === undefined
        ? { type: "text", text: escapeText(part.text) }
        : { type: "user", user_id: part.userId },
  );
  return {
    user: author.id,
    text: parts
      .map((part) => (part.userId === undefined ? escapeText(part.text) : `<@${part.userId}>`))
      .join(""),
    blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
    threadTs,
    clientMsgId: `${world.ids.hex(8)}-${world.ids.hex(4)}-4${world.ids.hex(3)}-a${world.ids.hex(3)}-${world.ids.hex(12)}`,
  };
}

type Part = { text: string; userId: string | undefined };

function splitMentions(world: World, author: PersonRecord, text: string): Part[] {
  const known = new Map<string, string>();
  for (const app of world.appsOf(author.teamId)) known.set(`@${app.name}`, app.botUserId);
  for (const person of world.peopleOf(author.teamId)) known.set(`@${person.displayName}`, person.id);
  let parts: Part[] = [{ text, userId: undefined }];
  for (const [name, userId] of [...known].sort((a, b) => b[0].length - a[0].length)) {
    parts = parts.flatMap((part) => {
      if (part.userId !== undefined) return [part];
      return part.text
        .split(name)
        .flatMap((piece, index): Part[] => [
          ...(index > 0 ? [{ text: name, userId }] : []),
          { text: piece, userId: undefined },
        ]);
    });
  }
  return parts.filter((part) => part.userId !== undefined || part.text !== "");
}
