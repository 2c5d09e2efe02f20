import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { createDiscordBot, type DiscordBot } from "#bots/discord/client.ts";
import { INVITED_BITS } from "#bots/discord/invite.ts";
import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { type Core, type CoreLog, createCore, type LogFacts, type WorkMail } from "#core/core.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { createOffsetClock, type OffsetClock } from "#core/foundation/clock.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { findActor } from "#core/members/find-actor.ts";
import { inviteMember } from "#core/members/invite-member.ts";
import { login } from "#core/members/login.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import type { Card, Messenger } from "#core/messenger.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { type DiscordServer, startDiscord } from "#sandbox/discord/server.ts";
import { Secret, timingFor } from "../../../src/config.ts";
import { newDatabase } from "../../support/databases.ts";

export const TOKEN = "discord-bot-token-of-the-rig";
/** Discord's bit for the words of messages. */
export const CONTENT = 1 << 15;
/** Leases and settling times of the core run this much faster. */
const SPEED = 2;

/** The provider team's side, as a list of the cards that stand there. */
export interface Team {
  readonly messenger: Messenger;
  readonly cards: Map<string, Card>;
}

function createTeam(): Team {
  const cards = new Map<string, Card>();
  let next = 0;
  return {
    cards,
    messenger: {
      platform: "slack",
      parts: () => 1,
      async post(_to, card) {
        next += 1;
        cards.set(`m${next}`, card);
        return { channelId: "C1", messageId: `m${next}`, place: "channel" };
      },
      async edit(ref, card) {
        cards.set(ref.messageId, card);
      },
      async remove(ref) {
        cards.delete(ref.messageId);
      },
      find: async () => ({ found: undefined, trustworthy: true }),
      restrain: async () => undefined,
      letOut: async () => undefined,
    },
  };
}

export interface Rig extends AsyncDisposable {
  readonly core: Core;
  readonly clock: OffsetClock;
  readonly bot: DiscordBot;
  readonly discord: DiscordServer;
  readonly guildId: string;
  readonly askChannelId: string;
  readonly applicationId: string;
  newPerson(name: string): DiscordPerson;
  readonly team: Team;
  readonly provider: Actor;
  /** A further provider. */
  colleague(name: string): Promise<Actor>;
  /** Two who decide. */
  readonly admin: Actor;
  readonly second: Actor;
  readonly logged: { event: string; facts: LogFacts }[];
}

function createMemoryLog(logged: Rig["logged"]): CoreLog {
  const keep = (event: string, facts: LogFacts = {}) => void logged.push({ event, facts });
  return { info: keep, warn: keep, error: keep };
}

async function createProvider(
  core: Core,
  { admin, second, spaceId, name }: { admin: Actor; second: Actor; spaceId: string; name: string },
): Promise<Actor> {
  const { communityId } = admin;
  const account = { platform: "slack", externalId: `U-${name}` };
  const { code } = await requestLinkCode(core, { communityId, spaceId, ...account });
  const { proposalId } = await attestCredential(core, {
    actor: admin,
    code,
    pseudonym: name,
    role: "provider",
    first: name,
    last: "Vale",
    profession: "Pharmacist",
    jurisdiction: "United Kingdom",
    licence: `2000001 ${name}`,
    proof: "video",
    source: "public register",
    checkedAt: new Date(core.clock.now().getTime() - 1000),
  });
  await approveProposal(core, { actor: second, proposalId });
  const { actor } = await findActor(core, {
    platform: "slack",
    accountExternalId: account.externalId,
    spaceExternalId: "T1",
  });
  if (actor === undefined) throw new Error("the provider was not registered");
  return actor;
}

/** A linked community: the real bot and core on one side, the real discord.js against the stand-in on the other, the team as a list. */
export interface RigOptions {
  readonly start?: boolean;
  /** Whether Message Content is switched on for the bot. */
  readonly content?: boolean;
  readonly mail?: WorkMail;
  /** What stands in rules.yaml. */
  readonly rules?: string;
}

export async function rig({
  start = true,
  content = false,
  mail,
  rules = "",
}: RigOptions = {}): Promise<Rig> {
  const home = await mkdtemp(pathOf(tmpdir(), "curbside-discord-"));
  await writeFile(pathOf(home, "rules.yaml"), rules);
  const keysFile = pathOf(home, "keys.json");
  createKeys(keysFile);
  const logged: Rig["logged"] = [];
  const config = { home, databaseUrl: await newDatabase("sqlite"), keysFile, timing: timingFor(SPEED) };
  const clock = createOffsetClock();
  const core = await createCore({ config, log: createMemoryLog(logged), clock, ...(mail ? { mail } : {}) });
  const discord = await startDiscord({ clock: createSandboxClock({ speed: 1 }), seed: 7, limits: false });
  const { applicationId } = discord.addApplication({
    name: "Curbside",
    token: TOKEN,
    allowedPrivilegedIntents: content ? CONTENT : 0,
  });
  const { guildId } = discord.addGuild({ name: "Sunny Side" });
  discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS });
  const { channelId: askChannelId } = discord.addChannel({ guildId, name: "ask" });

  const created = await createCommunity(core, {
    name: "Sunny Side",
    country: "GB",
    bridge: "on",
    adminPseudonym: "Admin",
  });
  const { communityId } = created;
  const admin: Actor = { memberId: created.adminMemberId, communityId, pseudonym: "Admin", roles: ["admin"] };
  const patients = await linkSpace(core, {
    actor: admin,
    platform: "discord",
    side: "patients",
    externalId: guildId,
  });
  const providers = await linkSpace(core, {
    actor: admin,
    platform: "slack",
    side: "providers",
    externalId: "T1",
  });
  await linkChannel(core, {
    actor: admin,
    spaceId: patients.spaceId,
    purpose: "ask",
    externalId: askChannelId,
  });
  for (const purpose of ["intake", "moderation", "crisis"] as const)
    await linkChannel(core, {
      actor: admin,
      spaceId: providers.spaceId,
      purpose,
      externalId: `C-${purpose}`,
    });
  const invite = await inviteMember(core, { actor: admin, pseudonym: "Second Admin", role: "admin" });
  const { actor: second } = await login(core, { code: invite.code });
  const colleague = (name: string) =>
    createProvider(core, { admin, second, spaceId: providers.spaceId, name });
  const provider = await colleague("Ana");

  const team = createTeam();
  const bot = createDiscordBot(core, { token: new Secret(TOKEN), api: discord.apiUrl, speed: SPEED });
  const loop = createDeliveryLoop(core, { messengers: [bot.messenger, team.messenger], owner: "rig" });
  if (start) {
    await bot.start();
    loop.start();
  }
  return {
    core,
    clock,
    bot,
    discord,
    guildId,
    askChannelId,
    applicationId,
    newPerson: (name) => discord.addPerson({ name, displayName: `${name} example`, guildIds: [guildId] }),
    team,
    provider,
    colleague,
    admin,
    second,
    logged,
    async [Symbol.asyncDispose]() {
      await loop.stop();
      await bot.stop();
      await discord[Symbol.asyncDispose]();
      await core[Symbol.asyncDispose]();
      await rm(home, { recursive: true });
    },
  };
}

/** Waits until `look` gives something; fails after the deadline. Real milliseconds. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not seen in ${withinMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
