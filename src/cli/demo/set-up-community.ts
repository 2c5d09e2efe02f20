import { INVITED_BITS } from "#bots/discord/invite.ts";
import { slackManifest } from "#bots/slack/manifest.ts";
import type { Place, Stage } from "#sandbox/stage.ts";

export type Admin = Stage["backstage"]["admin"];
type Servers = Pick<Stage, "discord" | "slack">;

/** The tokens of the app as it is installed on the stand-ins. */
export const SLACK = {
  botToken: "xoxb-demo",
  appToken: "xapp-demo",
  signingSecret: "demo-signing-secret",
} as const;

/** What the app puts into the menu of a message, as its manifest says. */
export const SHORTCUTS = slackManifest({ mode: "socket" }).features.shortcuts.map(
  ({ name, type, callback_id: callbackId }) => ({ name, type, callbackId }),
);

/** Runs a command that must work, and gives its --json document. */
export async function must<T>(admin: Admin, who: "admin" | "admin2", argv: readonly string[]): Promise<T> {
  const { exit, stdout, stderr } = await admin([...argv, "--json"], who);
  if (exit !== 0) throw new Error(`curbside ${argv.join(" ")} ended with ${exit}: ${stderr.trim()}`);
  return JSON.parse(stdout) as T;
}

/** The short name that Curbside gives a community. */
export function slugOf(community: string): string {
  return community
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A server, a workspace and their channels for each community; with several, the Slack app is deployed across them. */
export function addPlaces(
  { discord, slack }: Servers,
  applicationId: string,
  communities: readonly string[],
): Place[] {
  const teams = communities.map((name) => slack.addWorkspace({ name: `${name} volunteers` }).teamId);
  const [teamId = "", ...alsoIn] = teams;
  slack.installApp({
    teamId,
    ...(alsoIn.length > 0 ? { alsoIn } : {}),
    name: "Curbside",
    shortcuts: SHORTCUTS,
    ...SLACK,
  });
  return communities.map((community, at) => {
    const { guildId } = discord.addGuild({ name: community });
    discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS });
    const { channelId: askChannelId } = discord.addChannel({ guildId, name: "ask-a-provider" });
    const { channelId: chatChannelId } = discord.addChannel({ guildId, name: "general" });
    const team = teams[at] ?? "";
    const channel = (name: string) => slack.addChannel({ teamId: team, name, withApp: true }).channelId;
    return {
      community,
      guildId,
      askChannelId,
      chatChannelId,
      teamId: team,
      intakeChannelId: channel("intake"),
      moderationChannelId: channel("moderation"),
      crisisChannelId: channel("crisis"),
    };
  });
}

/** As two admins would by hand: makes the community, links its places, invites the second admin, names who is told. */
export async function setUpCommunity(
  admin: Admin,
  country: string,
  { place, first, secondLooks }: { place: Place; first: boolean; secondLooks: number },
): Promise<void> {
  const { community } = place;
  const answers = ["--name", community, "--country", country, "--admin", "Ada"];
  const make = first ? ["init"] : ["community", "create"];
  const looks = ["--second-looks", String(secondLooks)];
  await must(admin, "admin", [...make, ...answers, "--treats-these-patients", "no", ...looks]);
  const here = ["--community", slugOf(community)];
  const discord = ["community", "link", "--platform", "discord", "--space", place.guildId];
  const slack = ["community", "link", "--platform", "slack", "--space", place.teamId];
  await must(admin, "admin", [...discord, "--channel", place.askChannelId, "--purpose", "ask", ...here]);
  for (const [purpose, channel] of [
    ["intake", place.intakeChannelId],
    ["moderation", place.moderationChannelId],
    ["crisis", place.crisisChannelId],
  ] as const)
    await must(admin, "admin", [...slack, "--channel", channel, "--purpose", purpose, ...here]);
  const { code } = await must<{ code: string }>(admin, "admin", ["admin", "invite", "Ben", ...here]);
  await must(admin, "admin2", ["login", code]);
  await must(admin, "admin", ["member", "crisis-contact", "Ada", ...here]);
}
