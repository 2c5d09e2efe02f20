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

/** What the notice of a watched channel takes, and reading back what was posted while nobody listened. */
export const WATCH_PERMISSIONS = NEEDED_PERMISSIONS.slice(0, 5);

/**
 * What the library's shelf takes, a forum channel, in that channel alone: the invite does not ask for Manage Threads, which in the
 * whole server would show the bot every private thread.
 */
export const SHELF_PERMISSIONS: readonly (readonly [name: string, bit: bigint])[] = [
  ["View Channel", PermissionFlagsBits.ViewChannel],
  ["Create Posts (Send Messages)", PermissionFlagsBits.SendMessages],
  ["Embed Links", PermissionFlagsBits.EmbedLinks],
  ["Read Post History (Read Message History)", PermissionFlagsBits.ReadMessageHistory],
  ["Manage Posts (Manage Threads)", PermissionFlagsBits.ManageThreads],
];

/** What moderating takes in the whole server, and what does not work without each. Nothing else depends on them. */
export const MODERATION_PERMISSIONS: readonly (readonly [name: string, bit: bigint, without: string])[] = [
  ["Manage Messages", PermissionFlagsBits.ManageMessages, "reported messages cannot be removed"],
  ["Moderate Members", PermissionFlagsBits.ModerateMembers, "nobody's writing can be paused"],
  ["Kick Members", PermissionFlagsBits.KickMembers, "nobody can be removed"],
  ["Ban Members", PermissionFlagsBits.BanMembers, "nobody can be banned, and no ban lifted"],
];

const INVITED = [...NEEDED_PERMISSIONS, ...MODERATION_PERMISSIONS];

/** All the permissions that the invite link asks for. */
export const INVITED_BITS = INVITED.reduce((sum, [, bit]) => sum | bit, 0n);

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];

/** The address under which a server's owner adds the bot, with these permissions and no others. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: SCOPES.join(" "),
    permissions: String(INVITED_BITS),
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
      permissions: INVITED.map(([name]) => name),
      ...(applicationId === undefined ? {} : { invite: inviteLink(applicationId) }),
    },
    interactions_endpoint_url: null,
  };
}
