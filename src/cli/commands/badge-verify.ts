import { existsSync } from "node:fs";
import { readPublished, revocationsIn } from "#cli/badge-files.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import {
  type BadgeClaims,
  type Revocations,
  TOKEN_LIMIT,
  verifyBadge,
} from "#core/credentials/badge/badge-token.ts";
import { ownBadgeKeys, readKeySet } from "#core/credentials/badge/key-set.ts";
import { LIST_LIMIT } from "#core/credentials/badge/revocation-list.ts";
import type { BadgeKeys } from "#core/credentials/badge/signed-text.ts";
import { refuse } from "#core/errors.ts";
import { loadKeys } from "#core/foundation/vault/keys.ts";
import { homeOf } from "../../config.ts";

/** The argument, or standard input as far as a badge can go. */
async function tokenOf(given: string): Promise<string> {
  if (given !== "-") return given.trim();
  if (process.stdin.isTTY) throw new UsageError("- reads standard input, and nothing was piped in");
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    text = (text + chunk).trimStart();
    if (text.length > 2 * TOKEN_LIMIT) break;
  }
  return text.trim();
}

function keysOf(input: CommandInput): BadgeKeys {
  const file = textOption(input.options, "keys");
  if (file === undefined) {
    const { keysFile } = input.config();
    if (existsSync(keysFile)) return ownBadgeKeys(loadKeys(keysFile));
    throw new UsageError(
      "There are no keys on this machine: give those that the community publishes, --keys FILE",
    );
  }
  const wanted = "what `curbside badge keys` prints";
  const keys = readKeySet(readPublished(file, { wanted, limit: 1_000_000 }));
  if (keys === undefined)
    throw refuse("unusable_file", { file, why: "it holds no public keys of badges", wanted });
  return keys;
}

function revocationsOf({ options, io }: CommandInput): Revocations {
  if (options.revocations === false) return "not-wanted";
  const wanted = "what `curbside badge revocations` prints";
  const own = revocationsIn(homeOf(io.env));
  const file = textOption(options, "revocations");
  if (file === undefined && !existsSync(own)) return "none";
  return { list: readPublished(file ?? own, { wanted, limit: LIST_LIMIT }) };
}

const dateOf = (seconds: number) => new Date(seconds * 1000);
const day = (seconds: number) => dateOf(seconds).toISOString().slice(0, 10);
const minute = (seconds: number) => `${dateOf(seconds).toISOString().slice(0, 16).replace("T", " ")} UTC`;
/** Somebody else wrote it: nothing in it may steer a terminal. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "");

function linesOf(claims: BadgeClaims, notRevokedAt: number | null, { paint }: CommandInput): string[] {
  const { iss, name, prof, juris, src, chk, by, until, exp, act } = claims;
  const whose = name === undefined ? "an account whose name it does not tell" : plain(name);
  return [
    `${paint.good("Valid:")} the community ${iss} says that ${whose} is ${plain(prof)} (${plain(juris)}).`,
    `Checked against ${plain(src)} on ${day(chk)}; ${by === 1 ? "1 person" : `${by} people`} looked at it. Licence ${until === null ? "without a known end" : `until ${day(until)}`}.`,
    `The badge holds until ${minute(exp)}.`,
    notRevokedAt === null
      ? paint.warn("Not checked: whether the badge was taken back since. No revocation list was used.")
      : `Not taken back as of ${minute(notRevokedAt)}.`,
    paint.warn(
      `It speaks of one ${plain(act.platform)} account, and does not show that whoever sent it to you owns that account.`,
    ),
  ];
}

/** Says what an issuer says. It opens no database and asks nobody. */
export async function run(input: CommandInput): Promise<Outcome> {
  const keys = keysOf(input);
  const revocations = revocationsOf(input);
  const token = await tokenOf(input.args[0] ?? "");
  const now = input.io.clock?.now() ?? new Date();
  const verdict = verifyBadge(token, { keys, revocations, now });
  if (!verdict.ok) {
    const { why, list } = verdict;
    throw refuse("badge_refused", { why, ...(list === undefined ? {} : { list }) });
  }
  const { claims, notRevokedAt } = verdict;
  return {
    data: {
      valid: true,
      claims,
      notRevokedAt: notRevokedAt === null ? null : dateOf(notRevokedAt),
      revocations: notRevokedAt === null ? "not checked" : "checked",
    },
    lines: linesOf(claims, notRevokedAt, input),
  };
}
