import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "#cli/program.ts";
import { keepToken } from "#cli/session.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { type Core, createCore } from "#core/core.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { sealText } from "#core/questions/message-text.ts";
import { screen } from "#core/screening/screen.ts";
import { linesOf } from "../scripts/screening/labelled.ts";
import { loadConfig } from "../src/config.ts";
import { type Figure, figure, lineOf, quantile } from "./figures.ts";

/**
 * `policy replay` with one changed rule against the screening of the same texts, in the same run: npm run bench:replay. The
 * texts are those of the corpus, over and over, sealed as they are in use, in a SQLite database in a folder of its own.
 */
const CORPUS = join(import.meta.dirname, "..", "corpus", "tuned");
const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 100_000);
const MEMBERS = 2000;
const OF_A_QUESTION = 5;
const ROUNDS = 3;
const AT = new Date("2026-01-01T00:00:00Z");

const RULE = `about: The changed rule.
rules:
  - id: house.doctor
    kind: community
    severity: low
    action: hold
    text: Ask before naming your doctor.
    match: |
      my (doctor|gp|nurse) ...4 (said|says|told)
    mustMatch: [My doctor always says so]
    mustNotMatch: [The doctor said so]
`;

function corpusTexts(): string[] {
  const texts = readdirSync(CORPUS)
    .filter((file) => file.endsWith(".tsv"))
    .flatMap((file) => linesOf(join(CORPUS, file)))
    .map((line) => line.split("\t")[2] ?? "");
  // As they come out of the vault: strings of their own, not views of a file.
  return JSON.parse(
    JSON.stringify(Array.from({ length: MESSAGES }, (_, at) => texts[(at * 7) % texts.length])),
  );
}

async function addMembers(core: Core, communityId: string): Promise<string[]> {
  const ids = Array.from({ length: MEMBERS }, () => core.newId());
  await core.tx(async (tx) => {
    await tx.member.createMany({
      data: ids.map((id, at) => ({ id, communityId, pseudonym: `Member ${at}`, createdAt: AT })),
    });
    for (const memberId of ids) await core.vault.createKey(tx, { memberId }, AT);
  });
  return ids;
}

/** Writes the texts as messages of questions; people write in turns, as they do. */
async function writeTexts(core: Core, communityId: string, texts: readonly string[]): Promise<void> {
  const members = await addMembers(core, communityId);
  const batch = 200 * OF_A_QUESTION;
  for (let first = 0; first < texts.length; first += batch)
    await core.tx(async (tx) => {
      const questions = [];
      const messages = [];
      for (let at = first; at < Math.min(first + batch, texts.length); at++) {
        const number = Math.floor(at / OF_A_QUESTION) + 1;
        const askerId = members[number % MEMBERS] ?? "";
        if (at % OF_A_QUESTION === 0)
          questions.push({
            id: core.newId(),
            communityId,
            number,
            askerId,
            status: "waiting",
            topic: "Symptoms",
            forWhom: "self",
            ageBand: "30-44",
            draftedAt: AT,
          });
        const id = core.newId();
        messages.push({
          id,
          communityId,
          questionId: questions.at(-1)?.id ?? "",
          authorId: askerId,
          kind: at % OF_A_QUESTION === 0 ? "question" : "follow-up",
          state: "sent",
          createdAt: AT,
          sentAt: AT,
          originalSealed: await sealText(tx, core, askerId, id, "originalSealed", {
            question: texts[at],
            tried: "",
          }),
        });
      }
      await tx.question.createMany({ data: questions });
      await tx.message.createMany({ data: messages });
    });
}

async function setUp(env: NodeJS.ProcessEnv, texts: readonly string[]): Promise<void> {
  const config = loadConfig(env);
  createKeys(config.keysFile);
  await migrate({ engine: "sqlite", url: config.databaseUrl });
  await using core = await createCore({ config, log: { info() {}, warn() {}, error() {} } });
  const made = await createCommunity(core, {
    name: "Bench",
    country: "US",
    bridge: "on",
    adminPseudonym: "Ada",
  });
  keepToken(config.tokenFile, "bench", made.adminToken);
  await writeTexts(core, made.communityId, texts);
}

/** The real command in this process: opens the database and signs in as well. */
async function replay(env: NodeJS.ProcessEnv, file: string): Promise<{ seconds: number; flipped: number }> {
  let stdout = "";
  const began = performance.now();
  const exit = await runProgram(["policy", "replay", "--since", "2020-01-01", "--json", file], {
    env,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => void process.stderr.write(text),
    ask: undefined,
    colours: false,
  });
  const seconds = (performance.now() - began) / 1000;
  const { looked, flipped } = JSON.parse(stdout);
  if (exit !== 0 || looked !== MESSAGES)
    throw new Error(`it looked at ${looked} texts and ended with ${exit}`);
  return { seconds, flipped };
}

function screenAll(texts: readonly string[]): number {
  const began = performance.now();
  for (const text of texts) screen(text);
  return (performance.now() - began) / 1000;
}

async function measureReplay(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "curbside-bench-replay-"));
  try {
    const env = { CURBSIDE_HOME: home, CURBSIDE_TOKEN_FILE: join(home, "token.json") };
    const texts = corpusTexts();
    const file = join(home, "house.yaml");
    writeFileSync(file, RULE);
    await setUp(env, texts);
    process.stdout.write(`${texts.length} sealed texts of ${MEMBERS} people are written\n`);
    screenAll(texts.slice(0, 20_000));
    const [ours, alone]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const { seconds, flipped } = await replay(env, file);
      ours.push(seconds);
      alone.push(screenAll(texts));
      process.stdout.write(
        `${flipped} flips in ${seconds.toFixed(1)} s; the screen alone ${alone.at(-1)?.toFixed(1)} s\n`,
      );
    }
    const perSecond = (seconds: readonly number[]) => MESSAGES / quantile(seconds, 0.5);
    return [
      figure(
        "policy replay with one changed rule against the screen alone",
        { ours: perSecond(ours), peer: perSecond(alone), unit: "messages/s" },
        { atLeast: 0.5 },
      ),
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}

const figures = await measureReplay();
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const one of figures) process.stdout.write(`${lineOf(one)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
