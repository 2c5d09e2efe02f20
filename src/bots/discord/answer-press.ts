import { AttachmentBuilder, DiscordAPIError, MessageFlags } from "discord.js";
import type { Content } from "./markup.ts";
import type { Route } from "./press.ts";
import type { Pressed } from "./read-press.ts";

/** How a press is answered once it is acknowledged. */
export interface Answering {
  show(content: Content): Promise<void>;
  /** An error never replaces the message that was pressed. */
  refuse(content: Content): Promise<void>;
}

/** True when Discord no longer waits for an answer: too late, or another process answered. */
export function isDead(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

function options({ content, embeds, components, files = [], flags = 0 }: Content) {
  const suppress = (flags & MessageFlags.SuppressEmbeds) !== 0;
  return {
    content,
    embeds,
    components,
    ...(files.length === 0
      ? {}
      : { files: files.map(({ name, bytes }) => new AttachmentBuilder(Buffer.from(bytes), { name })) }),
    ...(suppress ? ({ flags: MessageFlags.SuppressEmbeds } as const) : {}),
  };
}

function privately(content: Content) {
  const { flags: _plain, ...rest } = options(content);
  return { ...rest, flags: MessageFlags.Ephemeral } as const;
}

/** Answers at once, to the person who pressed alone. */
export async function replyPrivately(interaction: Pressed, content: Content): Promise<void> {
  await interaction.reply(privately(content));
}

/** Defers within Discord's three seconds, and says how to answer afterwards. */
export async function acknowledge(
  interaction: Pressed,
  reply: Exclude<Route, { reply: "form" }>["reply"],
): Promise<Answering> {
  const inPlace =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  const show = async (content: Content) => void (await interaction.editReply(options(content)));
  if (reply === "update" && inPlace) {
    await interaction.deferUpdate();
    return { show, refuse: async (content) => void (await interaction.followUp(privately(content))) };
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  return { show, refuse: show };
}
