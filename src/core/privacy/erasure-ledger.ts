import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Core } from "#core/core.ts";
import { eraseRemnants } from "#core/foundation/store/erase-remnants.ts";

const LINE = z.object({ member: z.string(), at: z.string() });

const fileIn = (home: string): string => join(home, "erasures.jsonl");

/** Names an erased member to whoever has the keys and the row, and nobody else. */
const ledgerKey = ({ vault }: Pick<Core, "vault">, memberId: string): string =>
  vault.blindIndex("erasure-ledger", memberId);

/** The marks of those who were erased. A line that a crash cut off is passed over: its erasure is noted anew. */
function readLedger({ home }: { readonly home: string }): Set<string> {
  const file = fileIn(home);
  if (!existsSync(file)) return new Set();
  const marks = new Set<string>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    try {
      marks.add(LINE.parse(JSON.parse(line)).member);
    } catch {
      // A blank line, or one that was cut off.
    }
  }
  return marks;
}

/** Appends, and returns once it is on the disk. */
function append(file: string, lines: readonly string[]): void {
  const handle = openSync(file, "a", 0o600);
  try {
    // A line that a crash cut off must not swallow this one.
    writeSync(handle, `\n${lines.join("\n")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Notes erasures outside of the database, so that a backup that brings somebody back is found out. The two cannot be one commit:
 * the timers do it at once, and no erasure ends before it is noted. Gives how many it noted.
 */
async function noteErasures(core: Core): Promise<number> {
  const going = await core.db.erasureReceipt.findMany({
    where: { finishedAt: null, memberId: { not: null } },
    select: { memberId: true, startedAt: true },
  });
  if (going.length === 0) return 0;
  const known = readLedger(core.config);
  const lines = going.flatMap(({ memberId, startedAt }) => {
    const member = ledgerKey(core, memberId ?? "");
    return known.has(member) ? [] : [JSON.stringify({ member, at: startedAt.toISOString() })];
  });
  if (lines.length > 0) append(fileIn(core.config.home), lines);
  return lines.length;
}

/** Notes what was erased and not noted yet; then the disk keeps nothing of it either. */
export async function settleErasures(core: Core): Promise<void> {
  if ((await noteErasures(core)) === 0) return;
  await eraseRemnants(core.store);
}

/** The ids of members whom the ledger names and who are in the database all the same. */
export async function erasedBefore(core: Core): Promise<string[]> {
  const marks = readLedger(core.config);
  if (marks.size === 0) return [];
  const members = await core.db.member.findMany({
    where: { state: { not: "erased" } },
    select: { id: true },
  });
  return members.map(({ id }) => id).filter((id) => marks.has(ledgerKey(core, id)));
}
