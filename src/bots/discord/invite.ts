import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** All that the bot must be able to do in the channel where people ask, by the words that Discord's settings use. */
export const NEEDED_PERMISSIONS: readonly (readonly [name: string, bit: bigint])[] = [
  ["View Channel", PermissionFlagsBits.ViewChannel],
  ["Send Messages", PermissionFlagsBits.SendMessages],
  ["Embed Links", PermissionFlagsBits.EmbedLinks],
  ["Read Message History", PermissionFlagsBits.ReadMessageHistory],
  ["Pin Messages", PermissionFlagsBits.PinMessages],
  ["Create Private Threads", PermissionFlagsBits.CreatePrivateThreads],
  ["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads],
];

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];

/** The address under which a server's owner adds the bot, with these permissions and no others. */
export function inviteLink(applicationId: string): string {
  const bits = NEEDED_PERMISSIONS.reduce((sum, [, bit]) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: SCOPES.join(" "),
    permissions: String(bits),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** What to set in Discord's developer portal, where no manifest can be uploaded. */
export function discordManifest(applicationId: string | undefined) {
  return {
    name: "Curbside",
    description: "Ask a volunteer with checked credentials",
    bot: {
      public: false,
      requires_code_grant: false,
      privileged_intents: { presence: false, server_members: false, message_content: false },
    },
    installation: {
      scopes: SCOPES,
      permissions: NEEDED_PERMISSIONS.map(([name]) => name),
      ...(applicationId === undefined ? {} : { invite: inviteLink(applicationId) }),
    },
    interactions_endpoint_url: null,
  };
}
