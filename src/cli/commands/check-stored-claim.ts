import { hanging } from "#cli/columns.ts";
import {
  birthOption,
  type CommandInput,
  dayOption,
  type Outcome,
  type Paint,
  textOption,
  UsageError,
} from "#cli/command.ts";
import { resultWords, sourceName, toneOf } from "#cli/credential-words.ts";
import type { CheckReport } from "#core/credentials/checks/check-claim.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { recordLookUp, SAW, type Saw } from "#core/credentials/decision/look-up.ts";
import { LIVE_SOURCE, npiToAsk, recordLive } from "#core/credentials/decision/record-live.ts";
import { fetchNppes } from "#core/credentials/live/nppes-api.ts";

const WIDTH = 100;

/** What all the registers come to; people decide. */
export const COMES_TO = {
  approve: "The registers: nothing speaks against it.",
  review: "The registers: a person must look. Still open:",
  refuse: "The registers: they speak against it:",
} as const;

interface Looked {
  readonly source: string;
  readonly result: string;
  readonly says: string;
}

function lineOf({ source, result, says }: Looked, paint: Paint): string[] {
  const [first = "", ...more] = hanging(
    "  ",
    `${sourceName(source)}: ${resultWords(source, result)}. ${says}`,
    WIDTH,
  );
  return [paint[toneOf(source, result)](first.slice(2)), ...more];
}

function reportLines(
  { checks, outcome, reasons }: Pick<CheckReport, "checks" | "outcome" | "reasons">,
  paint: Paint,
): string[] {
  return [
    ...checks.flatMap((check) => lineOf(check, paint)),
    paint.title(COMES_TO[outcome]),
    ...reasons.flatMap((reason) => hanging("  - ", reason, WIDTH)),
  ];
}

/** Asked before anything is written: no transaction waits for somebody else's service. */
async function askLive(input: CommandInput, credentialId: string): Promise<Outcome> {
  const { nppesApi, timing } = input.config();
  if (nppesApi === null)
    throw new UsageError("--live asks NPPES itself; set nppes_api in config.yaml first (docs/registries.md)");
  const core = await input.core();
  const actor = await input.actor();
  const npi = await npiToAsk(core, { actor, credentialId });
  const answer = await fetchNppes(nppesApi, npi, {
    signal: input.io.signal ?? new AbortController().signal,
    timeoutMs: timing.clientTimeoutMs,
    clock: core.clock,
  });
  const check = await recordLive(core, { actor, credentialId, npi, answer });
  return {
    data: { credentialId, live: { ...check, source: LIVE_SOURCE } },
    lines: [
      ...lineOf({ ...check, source: LIVE_SOURCE }, input.paint),
      "It is kept beside the other checks, and stands for none of them.",
    ],
  };
}

/** A page that a person looked at. */
function pageOf(typed: string): string {
  const url = URL.parse(typed);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new UsageError(
      `--url must be the page that was looked at, such as https://board.example/1, not "${typed}"`,
    );
  return typed;
}

const SAW_WORDS = Object.keys(SAW) as Saw[];

async function sawOf(input: CommandInput): Promise<Saw> {
  const typed = await input.need("saw", `What does the page say? (${SAW_WORDS.join(", ")})`);
  const saw = SAW_WORDS.find((known) => known === typed);
  if (saw === undefined) throw new UsageError(`--saw must be one of ${SAW_WORDS.join(", ")}, not "${typed}"`);
  return saw;
}

async function lookedUp(input: CommandInput, credentialId: string): Promise<Outcome> {
  const source = await input.need("source", "Which register did you look at?");
  const url = pageOf(await input.need("url", "Which page? (its address)"));
  const saw = await sawOf(input);
  const checkedAt = dayOption(await input.need("checked", "Which day? (YYYY-MM-DD)"), "checked");
  const expires = textOption(input.options, "expires");
  const expiresAt = expires === undefined ? {} : { expiresAt: dayOption(expires, "expires") };
  const { suspended } = await recordLookUp(await input.core(), {
    actor: await input.actor(),
    credentialId,
    source,
    url,
    saw,
    checkedAt,
    ...expiresAt,
  });
  return {
    data: { credentialId, source, url, saw, suspended, checkedAt, ...expiresAt },
    lines: [
      `${input.paint.good("Recorded")} as a look by a person at ${source}: ${saw.replaceAll("-", " ")}.`,
      ...(suspended ? [input.paint.bad(ENDED)] : []),
    ],
  };
}

async function asked(input: CommandInput, credentialId: string): Promise<Outcome> {
  const { paint } = input;
  // The hash of the claim is for rulings, and nobody's to read.
  const { claimHash: _, ...report } = await checkCredential(await input.core(), {
    actor: await input.actor(),
    credentialId,
    ...birthOption(input.options),
  });
  const lines = reportLines(report, paint);
  return {
    data: { credentialId, ...report },
    lines: report.suspended ? [...lines, paint.bad(ENDED)] : lines,
  };
}

const ENDED = "It stood, and is suspended now: the registers speak against it. The provider is told.";

const BY_HAND = ["source", "url", "saw", "checked", "expires"] as const;

/** Asks the registers about a claim that is kept here, or NPPES itself, or records that a person looked. */
export async function checkStoredClaim(input: CommandInput, credentialId: string): Promise<Outcome> {
  const { options } = input;
  const live = options.live === true;
  const byHand = BY_HAND.some((name) => options[name] !== undefined);
  if (live && (byHand || options.dob !== undefined))
    throw new UsageError("--live asks NPPES and nothing else; record other looks one by one");
  if (byHand && options.dob !== undefined)
    throw new UsageError("--dob is compared with the registers here, not with a look by a person");
  if (live) return askLive(input, credentialId);
  return byHand ? lookedUp(input, credentialId) : asked(input, credentialId);
}
