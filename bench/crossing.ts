import { once } from "node:events";
import { join, resolve } from "node:path";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import type { Seen } from "#sandbox/seen.ts";
import type { Place } from "#sandbox/stage.ts";
import { type Child, startChild } from "./child.ts";
import { type Figure, figure, quantile } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SAMPLES = Number(process.env.BENCH_SAMPLES ?? 200);
const WARM_UP = 20;
const PATIENTS = 10;
const AT_ONCE = 100;
const ROUNDS = 3;

const ECHO = { discordToken: "echo-token", slackBotToken: "xoxb-echo", slackAppToken: "xapp-echo" };

const SCENARIO: Scenario = {
  title: "bench",
  community: "Sunny Side",
  country: "US",
  people: Object.fromEntries(
    Array.from({ length: PATIENTS }, (_, at) => [`patient${at}`, { platform: "discord", role: "patient" }]),
  ),
  steps: [],
};

/** Everything that is under way on the stage while the two programs are measured. */
interface Track {
  readonly stage: DemoStage;
  readonly place: Place;
  readonly patients: readonly DiscordPerson[];
  /** Resolves when a message whose text has `words` appears in the channel; `performance.now()` of that moment. */
  appears(words: string): Promise<number>;
}

/** Listens to what appears in Slack, since polling would measure itself. */
function createWatch() {
  const waiting = new Map<string, (at: number) => void>();
  return {
    seen({ platform, kind, text }: Seen): void {
      if (platform !== "slack" || kind !== "message") return;
      const at = performance.now();
      for (const [words, resolveAt] of waiting)
        if (text.includes(words)) {
          waiting.delete(words);
          resolveAt(at);
        }
    },
    appears: (words: string) =>
      new Promise<number>((resolveAt) => {
        waiting.set(words, resolveAt);
      }),
  };
}

/** A drafted question whose preview is on the screen: gives its message. */
async function drafted(patient: DiscordPerson, { askChannelId }: Place, words: string): Promise<string> {
  await patient.command("ask", {}, { channelId: askChannelId });
  await patient.submit({
    "Your question": `Why is ${words} worse at night?`,
    Topic: "Symptoms",
    "For whom": "For myself",
    Age: "30-44",
  });
  const preview = patient
    .screen()
    .flatMap(({ messages }) => messages)
    .findLast(({ text, labels }) => text.includes(words) && labels.includes("Send this card"));
  if (preview === undefined) throw new Error("the preview is not on the screen");
  return preview.ref;
}

let count = 0;
/** Not a word that screening would take for anything. */
function newWords(): string {
  count += 1;
  return `mark ${[...String(count)].map((digit) => "abcdefghij"[Number(digit)]).join("")}zz`;
}

async function oursOnce({ place, patients, appears }: Track): Promise<number> {
  const [patient] = patients;
  if (patient === undefined) throw new Error("nobody asks");
  const words = newWords();
  const card = await drafted(patient, place, words);
  const stands = appears(words);
  const began = performance.now();
  await patient.press("Send this card", { in: card });
  return (await stands) - began;
}

async function echoOnce({ place, patients, appears }: Track): Promise<number> {
  const stands = appears("echo ");
  const began = performance.now();
  void patients[0]?.press("Echo", { in: place.chatChannelId });
  return (await stands) - began;
}

/** Messages a second, from the first press to the last card, when 100 are pressed at once. */
async function oursAtOnce({ place, patients, appears }: Track): Promise<number> {
  const cards: { patient: DiscordPerson; card: string; words: string }[] = [];
  for (let at = 0; at < AT_ONCE; at += 1) {
    const patient = patients[at % patients.length];
    if (patient === undefined) throw new Error("nobody asks");
    const words = newWords();
    cards.push({ patient, card: await drafted(patient, place, words), words });
  }
  const stand = cards.map(({ words }) => appears(words));
  const began = performance.now();
  for (const { patient, card } of cards) void patient.press("Send this card", { in: card });
  return AT_ONCE / ((Math.max(...(await Promise.all(stand))) - began) / 1000);
}

async function echoAtOnce({ stage, place, patients }: Track): Promise<number> {
  let left = AT_ONCE;
  const all = Promise.withResolvers<number>();
  const stop = stage.slack.onSeen(({ kind, text }) => {
    if (kind !== "message" || !text.includes("echo ")) return;
    left -= 1;
    if (left === 0) all.resolve(performance.now());
  });
  const began = performance.now();
  for (let at = 0; at < AT_ONCE; at += 1)
    void patients[at % patients.length]?.press("Echo", { in: place.chatChannelId });
  const ended = await all.promise;
  stop();
  return AT_ONCE / ((ended - began) / 1000);
}

async function startEcho(stage: DemoStage, { guildId, chatChannelId, teamId }: Place): Promise<Child> {
  const { applicationId } = stage.discord.addApplication({ name: "Echo", token: ECHO.discordToken });
  stage.discord.installApplication({ guildId, applicationId });
  stage.slack.installApp({
    teamId,
    name: "Echo",
    botToken: ECHO.slackBotToken,
    appToken: ECHO.slackAppToken,
    events: [],
  });
  const { channelId } = stage.slack.addChannel({ teamId, name: "echo", withApp: true });
  const settings = {
    ...ECHO,
    file: join(stage.home, "echo.db"),
    discordApi: stage.discord.apiUrl,
    buttonChannelId: chatChannelId,
    slackApi: stage.slack.apiUrl,
    slackChannelId: channelId,
  };
  return startChild([join(import.meta.dirname, "echo.ts"), JSON.stringify(settings)], {
    env: {},
    ready: "ready",
  });
}

/** The built program as its own process, as an admin runs it. */
async function startOurs(env: NodeJS.ProcessEnv) {
  const args = [join(ROOT, "bin", "curbside.js"), "start"];
  const child = await startChild(args, { env: { ...env, CURBSIDE_LOG_LEVEL: "error" }, ready: "is running" });
  return {
    pending: async () => false,
    async stop() {
      await child[Symbol.asyncDispose]();
      if (child.process.exitCode === null) await once(child.process, "exit");
    },
  };
}

/**
 * From a patient's press of Send to the card in Slack, against the echo (echo.ts) on the same stand-ins with their limits
 * lifted; the two take turns, so that whatever else the machine does hits both. Each program is a process of its own.
 */
export async function measureCrossing(): Promise<Figure[]> {
  const watch = createWatch();
  await using stage = await buildStage(SCENARIO, {
    speed: 1,
    limits: false,
    onSeen: (seen) => watch.seen(seen),
    start: startOurs,
  });
  const casts = [...stage.cast.values()];
  const patients = casts.flatMap((cast) => (cast.platform === "discord" ? [cast.person] : []));
  const place = casts[0]?.places[0];
  if (place === undefined) throw new Error("the stage is empty");
  await using _echo = await startEcho(stage, place);
  const track: Track = { stage, place, patients, appears: watch.appears };
  const ours: number[] = [];
  const peer: number[] = [];
  for (let at = -WARM_UP; at < SAMPLES; at += 1) {
    const one = await oursOnce(track);
    const other = await echoOnce(track);
    if (at >= 0) ours.push(one);
    if (at >= 0) peer.push(other);
  }
  const oursRates: number[] = [];
  const peerRates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    oursRates.push(await oursAtOnce(track));
    peerRates.push(await echoAtOnce(track));
  }
  const at = (share: number) => ({
    ours: quantile(ours, share),
    peer: quantile(peer, share),
    unit: "ms" as const,
  });
  const rates = {
    ours: quantile(oursRates, 0.5),
    peer: quantile(peerRates, 0.5),
    unit: "messages/s" as const,
  };
  return [
    figure("Send to card, p50", at(0.5), { atMost: 3 }),
    figure("Send to card, p99", at(0.99), { atMost: 5 }),
    figure("100 conversations at once", rates, { atLeast: 0.25 }),
  ];
}
