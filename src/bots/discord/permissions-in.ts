import {
  type APIGuildMember,
  type APIGuildTextChannel,
  type APIRole,
  type GuildTextChannelType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from "discord.js";

export type TextChannel = APIGuildTextChannel<GuildTextChannelType>;

/** As far as rights in it go. */
type Ruled = Pick<TextChannel, "guild_id" | "permission_overwrites">;

/** What a member may do in a channel: the roles' rights, then the channel's overwrites in Discord's order. */
function permissionsIn(channel: Ruled, member: APIGuildMember, roles: readonly APIRole[]): bigint {
  const own = new Set([...member.roles, channel.guild_id]);
  let bits = roles
    .filter(({ id }) => own.has(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const overwrites = channel.permission_overwrites ?? [];
  const everyone = overwrites.filter(({ id }) => id === channel.guild_id);
  const byRole = overwrites.filter(({ id, type }) => type === 0 && id !== channel.guild_id && own.has(id));
  const byMember = overwrites.filter(({ id, type }) => type === 1 && id === member.user.id);
  for (const group of [everyone, byRole, byMember]) {
    for (const { deny } of group) bits &= ~BigInt(deny);
    for (const { allow } of group) bits |= BigInt(allow);
  }
  return bits;
}

/** Which of these rights the bot lacks in a channel, by the words that Discord's settings use. */
export async function missingRights(
  rest: REST,
  selfId: string,
  channel: Ruled,
  needed: readonly (readonly [name: string, bit: bigint])[],
): Promise<string[]> {
  const guildId = channel.guild_id ?? "";
  const member = (await rest.get(Routes.guildMember(guildId, selfId))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[];
  const bits = permissionsIn({ ...channel, guild_id: guildId }, member, roles);
  return needed.filter(([, bit]) => (bits & bit) !== bit).map(([name]) => name);
}
