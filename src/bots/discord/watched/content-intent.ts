import { type APIApplication, ApplicationFlags, type REST, Routes } from "discord.js";

const CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Whether Message Content is switched on for the bot in Discord's developer portal. */
export const hasContent = ({ flags }: Pick<APIApplication, "flags">): boolean => (flags & CONTENT) !== 0;

/** The same, asked of Discord: to ask for it where it is off would end the whole connection. */
export async function mayReadContent(rest: REST): Promise<boolean> {
  return hasContent((await rest.get(Routes.oauth2CurrentApplication())) as APIApplication);
}
