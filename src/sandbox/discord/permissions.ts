import type { Channel, Guild } from "./model.ts";

/** Permission bits that the stand-in checks. */
export const PERMISSION = {
  kickMembers: 1n << 1n,
  banMembers: 1n << 2n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageRoles: 1n << 28n,
  useCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
  moderateMembers: 1n << 40n,
  pinMessages: 1n << 51n,
} as const;

const ALL = (1n << 53n) - 1n;
const TIMED_OUT = PERMISSION.viewChannel | PERMISSION.readHistory;

/** What everybody in a new server may do. */
export const EVERYONE_PERMISSIONS =
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.embedLinks |
  PERMISSION.readHistory |
  PERMISSION.useCommands |
  PERMISSION.createPublicThreads |
  PERMISSION.createPrivateThreads |
  PERMISSION.sendInThreads;

/** What an application is installed with unless the test says otherwise. */
export const DEFAULT_PERMISSIONS =
  EVERYONE_PERMISSIONS | PERMISSION.manageMessages | PERMISSION.manageThreads | PERMISSION.pinMessages;

export const MODERATOR_PERMISSIONS =
  DEFAULT_PERMISSIONS | PERMISSION.moderateMembers | PERMISSION.mentionEveryone;

function basePermissions(guild: Guild, memberId: string): bigint {
  if (guild.ownerId === memberId) return ALL;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of guild.rolesOf.get(memberId) ?? []) bits |= guild.roles.get(roleId)?.permissions ?? 0n;
  return (bits & PERMISSION.administrator) !== 0n ? ALL : bits;
}

/**
 * What a member may do in a channel (for a thread: its parent): roles together, then the overwrites of @everyone, of
 * the member's roles together, and of the member. Nothing without the right to see the channel. A member in timeout
 * keeps only reading.
 */
export function permissionsIn(
  guild: Guild,
  memberId: string,
  channel: Channel | undefined,
  now: number,
): bigint {
  if (!guild.members.has(memberId)) return 0n;
  let bits = basePermissions(guild, memberId);
  if (bits === ALL) return ALL;
  const overwrites = channel?.overwrites ?? [];
  const everyone = overwrites.find(({ id }) => id === guild.id);
  if (everyone !== undefined) bits = (bits & ~everyone.deny) | everyone.allow;
  const roles = guild.rolesOf.get(memberId) ?? new Set();
  const ofRoles = overwrites.filter(({ id, type }) => type === 0 && roles.has(id));
  const denied = ofRoles.reduce((all, { deny }) => all | deny, 0n);
  const allowed = ofRoles.reduce((all, { allow }) => all | allow, 0n);
  bits = (bits & ~denied) | allowed;
  const own = overwrites.find(({ id, type }) => type === 1 && id === memberId);
  if (own !== undefined) bits = (bits & ~own.deny) | own.allow;
  if (channel !== undefined && (bits & PERMISSION.viewChannel) === 0n) return 0n;
  return isTimedOut(guild, memberId, now) ? bits & TIMED_OUT : bits;
}

/** Nobody can pause the owner or an administrator. */
export function isTimedOut(guild: Guild, memberId: string, now: number): boolean {
  const ends = guild.timeouts.get(memberId);
  return ends !== undefined && Date.parse(ends) > now && basePermissions(guild, memberId) !== ALL;
}

const highest = (guild: Guild, memberId: string): number =>
  Math.max(0, ...[...(guild.rolesOf.get(memberId) ?? [])].map((id) => guild.roles.get(id)?.position ?? 0));

/** Does the first stand above the second? Only then may they pause, remove or ban them, whatever their permissions. */
export function outranks(guild: Guild, memberId: string, otherId: string): boolean {
  if (guild.ownerId === otherId) return false;
  return guild.ownerId === memberId || highest(guild, memberId) > highest(guild, otherId);
}
