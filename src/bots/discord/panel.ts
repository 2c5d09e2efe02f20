import { type APIMessage, type APIUser, type REST, Routes } from "discord.js";
import { contentOf, customId, type Face } from "./markup.ts";

const ASK = customId("ask", "new");

const PANEL: Face = {
  title: "Ask a volunteer with checked credentials",
  body: [
    "This is a community, not a clinic. Volunteers with checked credentials share general information. Nobody here is your own doctor.",
    "If you might be in danger now, call your local emergency number (911 / 999 / 112). This is not watched around the clock.",
    "**Find** looks whether somebody asked the same before. New here? Type /start. What you write stays private until you press **Send this card**.",
  ].join("\n\n"),
  buttons: [
    { verb: "ask", subject: "new", label: "Ask", look: "main" },
    { verb: "find", subject: "new", label: "Find" },
    { verb: "my", subject: "all", label: "My questions" },
    { verb: "inbox", subject: "all", label: "Inbox" },
    { verb: "help-now", subject: "all", label: "Get help now", look: "danger" },
  ],
};

function isPanel({ components = [] }: APIMessage): boolean {
  return components.some(
    (row) =>
      "components" in row && row.components.some((part) => "custom_id" in part && part.custom_id === ASK),
  );
}

/** Posts and pins the panel, or renews the one that is pinned there, so that running it twice leaves one. */
export async function postPanel(rest: REST, channelId: string): Promise<void> {
  const self = (await rest.get(Routes.user())) as APIUser;
  const pinned = (await rest.get(Routes.channelPins(channelId))) as APIMessage[];
  const standing = pinned.find((message) => message.author.id === self.id && isPanel(message));
  const body = { ...contentOf(PANEL), allowed_mentions: { parse: [] } };
  if (standing !== undefined) {
    await rest.patch(Routes.channelMessage(channelId, standing.id), { body });
    return;
  }
  const posted = (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
  await rest.put(Routes.channelPin(channelId, posted.id));
}
