import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { createSlackBot, type SlackBot } from "#bots/slack/client.ts";
import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { type Core, type CoreLog, createCore, type LogFacts } from "#core/core.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { inviteMember } from "#core/members/invite-member.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { login } from "#core/members/login.ts";
import type { Card, CardKind, CardOf, Messenger } from "#core/messenger.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type SlackServer, startSlack } from "#sandbox/slack/server.ts";
import { Secret, timingFor } from "../../../src/config.ts";
import { newDatabase } from "../../support/databases.ts";

export const BOT_TOKEN = "xoxb-1-bot";
const APP_TOKEN = "xapp-1-bot";
export const SIGNING_SECRET = "signing-secret-of-the-bot-rig";
const PATIENTS_SPACE = "2000";
/** Leases and settling times of the core run this much faster. */
const SPEED = 4;

/** The patients' side, as a list of the cards that stand there. */
function createPatientsSide() {
  const cards = new Map<string, Card>();
  let next = 0;
  const messenger: Messenger = {
    platform: "discord",
    parts: () => 1,
    async post(_to, card) {
      next += 1;
      cards.set(`m${next}`, card);
      return { channelId: "D1", messageId: `m${next}`, place: "dm" };
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
  };
  return {
    messenger,
    cardsOf<K extends CardKind>(kind: K): CardOf<K>[] {
      return [...cards.values()].filter((card): card is CardOf<K> => card.kind === kind);
    },
  };
}

export interface Rig extends AsyncDisposable {
  readonly core: Core;
  readonly bot: SlackBot;
  readonly slack: SlackServer;
  /** Where the bot listens in HTTP mode. */
  readonly port: number;
  readonly appId: string;
  readonly teamId: string;
  readonly intakeId: string;
  readonly moderationId: string;
  readonly crisisId: string;
  readonly patient: Actor;
  readonly patients: ReturnType<typeof createPatientsSide>;
  readonly logged: { event: string; facts: LogFacts }[];
  /** Somebody of the team whom no code has linked yet. */
  newcomer(name: string): SlackPerson;
  /** A registered provider with an approved credential. */
  provider(name: string): Promise<SlackPerson>;
  /** A provider who moderates besides. */
  lead(name: string): Promise<SlackPerson>;
  /** Somebody who decides at the command line. */
  moderator(name: string): Promise<Actor>;
  /** The patient asks; resolves once the team's card stands and is on record. */
  ask(question: string, tried?: string): Promise<{ questionId: string; ts: string }>;
}

function createMemoryLog(logged: Rig["logged"]): CoreLog {
  const keep = (event: string, facts: LogFacts = {}) => void logged.push({ event, facts });
  return { info: keep, warn: keep, error: keep };
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function createWorkspace(mode: "socket" | "http") {
  const port = await freePort();
  const slack = await startSlack({ clock: createSandboxClock({ speed: 1 }), limits: false, seed: 7 });
  const { teamId } = slack.addWorkspace({ name: "Harbour Clinic" });
  const { appId } = slack.installApp({
    teamId,
    name: "Curbside",
    botToken: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    shortcuts: [{ name: "Report", type: "message", callbackId: "report-message" }],
    ...(mode === "socket"
      ? { appToken: APP_TOKEN }
      : { requestUrl: `http://127.0.0.1:${port}/slack/events` }),
  });
  const channel = (name: string) => slack.addChannel({ teamId, name, withApp: true }).channelId;
  return {
    port,
    slack,
    teamId,
    appId,
    intakeId: channel("intake"),
    moderationId: channel("moderation"),
    crisisId: channel("crisis"),
  };
}

async function createTestCore(home: string, logged: Rig["logged"]): Promise<Core> {
  const keysFile = pathOf(home, "keys.json");
  createKeys(keysFile);
  const config = { home, databaseUrl: await newDatabase("sqlite"), keysFile, timing: timingFor(SPEED) };
  return createCore({ config, log: createMemoryLog(logged) });
}

async function createLinkedCommunity(core: Core, place: Awaited<ReturnType<typeof createWorkspace>>) {
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
    externalId: PATIENTS_SPACE,
  });
  const providers = await linkSpace(core, {
    actor: admin,
    platform: "slack",
    side: "providers",
    externalId: place.teamId,
  });
  await linkChannel(core, { actor: admin, spaceId: patients.spaceId, purpose: "ask", externalId: "3000" });
  for (const [purpose, externalId] of [
    ["intake", place.intakeId],
    ["moderation", place.moderationId],
    ["crisis", place.crisisId],
  ] as const)
    await linkChannel(core, { actor: admin, spaceId: providers.spaceId, purpose, externalId });
  const invite = await inviteMember(core, { actor: admin, pseudonym: "Second Admin", role: "admin" });
  const second = (await login(core, { code: invite.code })).actor;
  const patient = await join(core, {
    communityId,
    spaceId: patients.spaceId,
    platform: "discord",
    externalId: "700",
    pseudonym: "Calm Harbor",
    country: "GB",
    statesAdult: true,
    textVersion: CONSENT_VERSION,
  });
  return { admin, second, patient };
}

/** The real bot and core, the real Bolt against the stand-in, and the patients' side as a list. */
export async function rig({
  mode = "socket",
  rules = "",
}: {
  mode?: "socket" | "http";
  rules?: string;
} = {}): Promise<Rig> {
  const home = await mkdtemp(pathOf(tmpdir(), "curbside-slack-"));
  await writeFile(pathOf(home, "rules.yaml"), rules);
  const logged: Rig["logged"] = [];
  const core = await createTestCore(home, logged);
  const place = await createWorkspace(mode);
  const { slack, teamId, intakeId, moderationId, crisisId } = place;
  const { admin, second, patient } = await createLinkedCommunity(core, place);
  const patients = createPatientsSide();
  const bot = createSlackBot(core, {
    botToken: new Secret(BOT_TOKEN),
    appToken: new Secret(APP_TOKEN),
    signingSecret: new Secret(SIGNING_SECRET),
    mode,
    port: place.port,
    api: slack.apiUrl,
    speed: SPEED,
  });
  const loop = createDeliveryLoop(core, { messengers: [bot.messenger, patients.messenger], owner: "rig" });
  await bot.start();
  loop.start();

  const newcomer = (name: string): SlackPerson => {
    const person = slack.addPerson({ teamId, name });
    for (const channelId of [intakeId, moderationId, crisisId]) slack.join(channelId, person.id);
    return person;
  };
  const provider = async (name: string): Promise<SlackPerson> => {
    const person = newcomer(name);
    const code = await codeOf(person);
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
    return person;
  };
  return {
    ...place,
    core,
    bot,
    patient,
    patients,
    logged,
    newcomer,
    async moderator(name) {
      const { code } = await inviteMember(core, { actor: admin, pseudonym: name, role: "moderator" });
      return (await login(core, { code })).actor;
    },
    async lead(name) {
      const person = await provider(name);
      const { id: memberId } = await core.db.member.findFirstOrThrow({ where: { pseudonym: name } });
      await core.db.memberRole.create({ data: { memberId, role: "lead", createdAt: core.clock.now() } });
      return person;
    },
    provider,
    async ask(text, tried = "") {
      const draft = {
        actor: patient,
        text,
        tried,
        topic: "Medicines",
        forWhom: "self",
        ageBand: "30-44",
      } as const;
      const { questionId, number } = await draftQuestion(core, draft);
      await sendQuestion(core, { actor: patient, questionId });
      const card = await until(() =>
        slack.messages(intakeId).find((one) => JSON.stringify(one.blocks).includes(`Question ${number}`)),
      );
      await until(
        async () => (await core.db.copy.count({ where: { kind: "triage", subjectId: questionId } })) > 0,
      );
      return { questionId, ts: card.ts };
    },
    async [Symbol.asyncDispose]() {
      await loop.stop();
      await bot.stop();
      await slack[Symbol.asyncDispose]();
      await core[Symbol.asyncDispose]();
      await rm(home, { recursive: true });
    },
  };
}

/** Presses "Get a code for an admin" on the home page, reads the code that is shown, and closes it. */
export async function codeOf(person: SlackPerson): Promise<string> {
  person.openHome();
  await person.when(() => person.homeText().includes("Get a code for an admin"));
  await person.press("Get a code for an admin", { in: "home" });
  await person.when(() => person.form !== undefined);
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(person.form?.text ?? "")?.[0];
  if (code === undefined) throw new Error(`no code in: ${person.form?.text}`);
  await person.close();
  return code;
}

/** Waits until `look` gives something; fails after the deadline. Real milliseconds. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 8000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not seen in ${withinMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** All that stands on a person's screen, as one text. */
export function screenOf(person: SlackPerson): string {
  return person
    .screen()
    .flatMap(({ messages }) => messages.map(({ text }) => text))
    .join("\n");
}

export async function sees(person: SlackPerson, text: string): Promise<void> {
  await until(() => screenOf(person).includes(text)).catch(() => {
    throw new Error(`"${text}" is not on screen:\n${screenOf(person)}`);
  });
}
