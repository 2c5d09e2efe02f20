import {
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
  PermissionFlagsBits,
  type REST,
  Routes,
} from "discord.js";
import { type Finding, good, type PlaceToCheck, warning } from "#bots/check-up.ts";
import { CHECK_NETWORK, failed } from "./check-failed.ts";
import { MODERATION_PERMISSIONS } from "./invite.ts";

/** What the roles of a member allow in the whole server. */
function permissionsOf({ roles: own }: APIGuildMember, guildId: string, roles: readonly APIRole[]): bigint {
  const bits = roles
    .filter(({ id }) => id === guildId || own.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ~0n;
}

/** What is missing keeps nothing else from working: a community may leave bans to its own moderators. */
async function findingFor(rest: REST, { channelId }: PlaceToCheck, what: string): Promise<Finding> {
  const { id: selfId } = (await rest.get(Routes.user())) as APIUser;
  const { guild_id: guildId = "" } = (await rest.get(Routes.channel(channelId))) as APITextChannel;
  const member = (await rest.get(Routes.guildMember(guildId, selfId))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[];
  const bits = permissionsOf(member, guildId, roles);
  const missing = MODERATION_PERMISSIONS.filter(([, bit]) => (bits & bit) !== bit);
  if (missing.length === 0)
    return good(what, "decisions can be carried out on everybody whose role is below the bot's");
  const without = missing.map(([name, , words]) => `${name} (${words})`).join(", ");
  return warning(
    what,
    `in the whole server the bot lacks: ${without}`,
    "Allow them in the server's settings under Roles, and drag the bot's role above those of the people it may have to act on.",
  );
}

/** Whether decisions of moderators can be carried out in the server of each channel where people ask. */
export async function moderationFindings(rest: REST, places: readonly PlaceToCheck[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const place of places.filter(({ purpose }) => purpose === "ask")) {
    const what = `Discord, moderating in ${place.community}`;
    const finding = await findingFor(rest, place, what).catch((error: unknown) =>
      failed(what, error, CHECK_NETWORK),
    );
    // Everything but moderating works without it.
    findings.push(finding.ok ? finding : { ...finding, ok: true, warns: true });
  }
  return findings;
}
