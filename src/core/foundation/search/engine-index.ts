import type { Engine, Tx } from "#core/foundation/store/open-store.ts";
import { join, type Sql, sql } from "#core/foundation/store/sql.ts";
import type { Sketch } from "./sketch.ts";
import { inHeading } from "./word-keys.ts";

/** A word that stands more weakly than this somewhere is not looked up there. */
const FAINTEST = 0.3;

/** What the engine's index has of a text: each word, and again those of the heading. */
export function indexedWords({ words }: Sketch): string[] {
  return words.flatMap(({ key, heading }) => (heading < FAINTEST ? [key] : [key, inHeading(key)]));
}

/** Puts a text in the engine's own index, where `id` is not yet. */
export async function addToIndex(tx: Tx, engine: Engine, id: number, sketch: Sketch): Promise<void> {
  const words = indexedWords(sketch);
  if (engine === "sqlite")
    await tx.$executeRaw`INSERT INTO "SearchIndex" ("rowid", "words") VALUES (${id}, ${words.join(" ")})`;
  else
    await tx.$executeRaw`INSERT INTO "SearchVector" ("id", "words") VALUES (${id}, array_to_tsvector(${words}))`;
}

/** Takes a text out. FTS5 keeps no text, so it has to be told again which words to forget; then it overwrites them. */
export async function takeFromIndex(tx: Tx, engine: Engine, id: number, sketch: Sketch): Promise<void> {
  if (engine === "sqlite") {
    const words = indexedWords(sketch).join(" ");
    await tx.$executeRaw`INSERT INTO "SearchIndex" ("SearchIndex", "rowid", "words") VALUES ('delete', ${id}, ${words})`;
  } else await tx.$executeRaw`DELETE FROM "SearchVector" WHERE "id" = ${id}`;
}

/** What a text must have to be looked at: one word of each group. */
export interface Condition {
  readonly groups: readonly (readonly string[])[];
  readonly limit: number;
}

/** Keys are letters and digits, so that nothing in them is read as an operator; quoted all the same. */
function matchText({ groups }: Condition, [quote, or, and]: readonly [string, string, string]): string {
  const quoted = (key: string) => `${quote}${key}${quote}`;
  return groups.map((group) => `(${group.map(quoted).join(or)})`).join(and);
}

const FTS5 = ['"', " OR ", " AND "] as const;
const TSQUERY = ["'", " | ", " & "] as const;

function matching(engine: Engine, condition: Condition): Sql {
  return engine === "sqlite"
    ? sql`SELECT * FROM (SELECT "rowid" AS "id" FROM "SearchIndex" WHERE "SearchIndex" MATCH ${matchText(condition, FTS5)}
        ORDER BY "rowid" DESC LIMIT ${condition.limit})`
    : sql`SELECT * FROM (SELECT "id" FROM "SearchVector" WHERE "words" @@ ${matchText(condition, TSQUERY)}::tsquery
        LIMIT ${condition.limit}) AS "found"`;
}

/** The texts that meet any of the conditions; of each at most so many as it allows. */
export function matchingAny(engine: Engine, conditions: readonly Condition[]): Sql {
  return join(
    conditions.map((condition) => matching(engine, condition)),
    " UNION ",
  );
}
