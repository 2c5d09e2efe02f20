import { existsSync } from "node:fs";
import { checkPlatforms } from "#bots/check-platforms.ts";
import { bad, type Finding, good } from "#bots/check-up.ts";
import { crisisLinesFinding, reviewFindings } from "#cli/check-crisis-lines.ts";
import { moderationFindings } from "#cli/check-moderation.ts";
import { lostRuleFindings, rulesFinding } from "#cli/check-rules.ts";
import { screeningFindings } from "#cli/check-screening.ts";
import { shiftFindings } from "#cli/check-shifts.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { missingSetup } from "#core/communities/missing-setup.ts";
import type { Core } from "#core/core.ts";
import { stuckWork } from "#core/deliveries/stuck-work.ts";
import type { SetupGap } from "#core/errors.ts";
import { migrationStatus } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { loadKeys, VaultKeysError } from "#core/foundation/vault/keys.ts";
import { gapText } from "#core/running-text.ts";
import type { Config } from "../../config.ts";

function keysFinding({ keysFile }: Config): Finding {
  try {
    loadKeys(keysFile);
    return good("Keys", "the key file is there, and only its owner can read it");
  } catch (error) {
    if (!(error instanceof VaultKeysError)) throw error;
    const fix = error.why === "exposed" ? "Run chmod 600 on it." : "Run curbside init, or restore the file.";
    return bad("Keys", error.message, fix);
  }
}

/** Whether the database can be opened at all, without making an empty one by looking. */
async function databaseFinding({ databaseUrl }: Config): Promise<Finding> {
  const engine = engineOf(databaseUrl);
  if (engine === "sqlite" && !existsSync(databaseUrl.slice("file:".length)))
    return bad("Database", "there is none yet", "Run curbside init.");
  try {
    const { pending } = await migrationStatus({ engine, url: databaseUrl });
    return pending.length === 0
      ? good("Database", `${engine}, up to date`)
      : bad("Database", `${pending.length} migrations are pending`, "Run curbside db migrate.");
  } catch (error) {
    return bad(
      "Database",
      `it cannot be read (${error instanceof Error ? error.name : "unknown"})`,
      "Check database_url, and that the server runs.",
    );
  }
}

/** What to do about a gap, beyond the command that its own words name. */
function fixFor(gap: SetupGap, slug: string): string {
  return gap === "crisis_lines"
    ? "docs/crisis.md shows how an entry is written; until then members see a directory of other sites."
    : `Add --community ${slug} to the command.`;
}

/** What each community still lacks, in the words in which `start` refuses it. */
async function setupFindings(core: Core): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { communityId, name, slug } of await listCommunities(core)) {
    const missing = await missingSetup(core, { communityId });
    const what = `Set-up of ${name}`;
    if (missing.length === 0)
      findings.push(good(what, "complete, with crisis lines and somebody to be told"));
    for (const gap of missing) findings.push(bad(what, gapText(gap), fixFor(gap, slug)));
  }
  return findings;
}

/** What waits for a person, and where to look. */
async function stuckFindings(core: Core): Promise<Finding[]> {
  const { unclear, dead, failed } = await stuckWork(core);
  const see = "curbside question show NUMBER names them; the log has each one's delivery id.";
  const findings = [
    ...(unclear > 0
      ? [
          bad(
            "Deliveries",
            `of ${unclear} nobody can tell whether they arrived`,
            `Look in the channel. ${see}`,
          ),
        ]
      : []),
    ...(dead > 0
      ? [bad("Deliveries", `${dead} were given up in the last seven days`, `Mend what is said below. ${see}`)]
      : []),
    ...(failed > 0
      ? [
          bad(
            "Arrivals",
            `${failed} presses or texts could not be worked on`,
            "Look into the log, and report it.",
          ),
        ]
      : []),
  ];
  return findings.length > 0 ? findings : [good("Deliveries", "nothing waits for a person")];
}

/** Looks at everything that the bots need, says all that is wrong at once, and ends with a message there and back. */
export async function run(input: CommandInput): Promise<Outcome> {
  const config = input.config();
  const findings = [
    keysFinding(config),
    await databaseFinding(config),
    crisisLinesFinding(config.home),
    rulesFinding(config.home),
  ];
  const core = findings.every(({ ok }) => ok) ? await input.core() : undefined;
  const screening = await screeningFindings(config.home, core);
  if (core !== undefined) {
    findings.push(
      ...(await setupFindings(core)),
      ...(await reviewFindings(core)),
      ...(await lostRuleFindings(core)),
      ...(await stuckFindings(core)),
      ...(await moderationFindings(core)),
      ...(await shiftFindings(core)),
      ...(await checkPlatforms(core, config)),
    );
  }
  findings.push(...screening);
  const wrong = findings.filter(({ ok }) => !ok);
  const warned = findings.filter(({ warns }) => warns).length;
  const { paint } = input;
  const mark = ({ ok, warns }: Finding) => {
    if (warns) return paint.warn("!! ");
    return ok ? paint.good("ok ") : paint.bad("no ");
  };
  return {
    data: { ok: wrong.length === 0, findings },
    lines: [
      ...findings.flatMap((finding) => [
        `${mark(finding)} ${finding.what}: ${finding.says}`,
        ...(finding.fix === undefined ? [] : [`      ${finding.fix}`]),
      ]),
      wrong.length === 0
        ? paint.good(`Everything works.${warned === 0 ? "" : ` Look at what is marked !! (${warned}).`}`)
        : paint.bad(`${wrong.length} of ${findings.length} need mending.`),
      paint.quiet("Whoever owns the database file and the keys can read and change everything; guard both."),
    ],
    exit: wrong.length === 0 ? 0 : 1,
  };
}
