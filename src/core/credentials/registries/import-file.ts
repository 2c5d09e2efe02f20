import { basename } from "node:path";
import { refuse } from "#core/errors.ts";
import { NewRegistry } from "./new-registry.ts";
import { type Registry, type RegistrySource, type SourceKind, sourceInUse } from "./registry-file.ts";
import type { RowCounts } from "./rows/read-rows.ts";
import { type RowsAsked, rowsOf } from "./rows/rows-of.ts";

export interface ImportProgress {
  readonly doing: "reading" | "ordering" | "checking";
  readonly rows: number;
  /** How much of the source was read, and how much there is where that is known. */
  readonly bytes: number;
  readonly size: number | undefined;
}

export interface ImportAsked {
  /** The folder of the registries. */
  readonly folder: string;
  /** A file, or "-" for standard input. */
  readonly path: string;
  /** The day that the file speaks of, when its name does not say so. */
  readonly asOf?: string;
  readonly acceptSmaller?: boolean;
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface Imported extends RegistrySource, RowCounts {
  readonly registry: Registry;
  /** What was in use before. */
  readonly before: RegistrySource | undefined;
}

/** How one kind of file becomes a registry. */
export interface ImportPlan {
  readonly registry: Registry;
  /** Where the registry is to be. */
  readonly into: string;
  readonly kind: SourceKind;
  readonly asOf: string;
  /** The first day whose changes a weekly file holds. */
  readonly from?: string;
  readonly rows: Pick<RowsAsked, "member" | "format" | "columns">;
  /** Tables of a new registry; without them the one in use is copied and added to. */
  readonly schema?: string;
  /** Gives what writes each row and says whether it could; nothing is written before the first row. */
  writer(registry: NewRegistry): (row: readonly string[]) => boolean;
  /** Statements that run after all rows are in, outside of a transaction. */
  after(before: RegistrySource | undefined): readonly string[];
  /** Counts the rows of the registry. */
  readonly count: string;
  /** A full file may not have fewer rows. */
  readonly least: number;
  /** Nor a smaller share of the one in use; nine tenths where nothing is said. */
  readonly leastShare?: number;
  /** A broken row is tolerated in most files, and refused where a missing row would hide somebody. */
  readonly strict?: boolean;
}

/** A full file may have so much less than the one in use. */
const LEAST_SHARE = 0.9;
/** More broken rows than this, and than one in a hundred, and the file is not what it seems. */
const FEW_BROKEN = 3;

function checkCounts(
  plan: ImportPlan,
  asked: ImportAsked,
  counts: RowCounts,
  before: RegistrySource | undefined,
): void {
  const { rows, rejected, rejectedAt } = counts;
  const file = asked.path === "-" ? "standard input" : basename(asked.path);
  if (rows === 0) throw refuse("damaged_file", { file, why: "there is no row in it" });
  if (plan.strict === true && rejected > 0)
    throw refuse("damaged_file", {
      file,
      why:
        rejectedAt[0] === undefined
          ? "a row of it says nothing"
          : `row ${rejectedAt[0]} does not fit its header`,
    });
  if (rejected > Math.max(FEW_BROKEN, rows / 100))
    throw refuse("damaged_file", { file, why: `${rejected} of its rows do not fit its header` });
  if (plan.schema === undefined || asked.acceptSmaller === true) return;
  const { least, leastShare = LEAST_SHARE } = plan;
  // Who once accepted a list that is short by nature is not asked each time; its share counts all the same.
  const floor = before === undefined || before.total >= least ? least : 0;
  if (rows < Math.max(floor, (before?.total ?? 0) * leastShare))
    throw refuse("shrunk_file", { rows, before: before?.total ?? least });
}

/** Refuses `no_registry` and `older_file`. A full file of the same day may be imported again, a weekly one may not. */
function checkOrder({ kind, registry, asOf }: ImportPlan, before: RegistrySource | undefined): void {
  if (kind !== "full" && before === undefined)
    throw refuse("no_registry", { registry: registry.toUpperCase() });
  if (before === undefined) return;
  if (asOf < before.asOf || (kind === "weekly" && asOf === before.asOf))
    throw refuse("older_file", { asOf, inUse: before.asOf });
}

/**
 * Makes a registry out of a file beside the one in use, and puts it in its place when it is whole. Whatever goes wrong, and
 * on Ctrl-C, the one in use stays as it is. Refuses what cannot be the file that it should be.
 */
export async function importFile(plan: ImportPlan, asked: ImportAsked): Promise<Imported> {
  const { signal, onProgress } = asked;
  const before = sourceInUse(plan.into);
  checkOrder(plan, before);
  const registry = new NewRegistry(
    plan.into,
    plan.schema === undefined ? "copy" : { schema: plan.schema },
    signal,
  );
  try {
    const write = plan.writer(registry);
    let rows = 0;
    let without = 0;
    let size: number | undefined;
    let bytes = 0;
    const tell = (doing: ImportProgress["doing"]) => onProgress?.({ doing, rows, bytes, size });
    const read = await rowsOf(
      { path: asked.path, ...plan.rows },
      {
        opened: (source) => {
          size = source.size;
        },
        rows(batch, soFar) {
          for (const row of batch) write(row) ? rows++ : without++;
          bytes = soFar;
          tell("reading");
        },
      },
      signal,
    );
    const counts = { ...read, rows, rejected: read.rejected + without };
    checkCounts(plan, asked, counts, before);
    tell("ordering");
    await registry.written();
    for (const sql of plan.after(before)) await registry.step(sql);
    const { total } = registry.db.prepare(plan.count).get() ?? {};
    tell("checking");
    const source: RegistrySource = {
      kind: plan.kind,
      file: asked.path === "-" ? "-" : basename(asked.path),
      asOf: plan.asOf,
      from: plan.from ?? null,
      sha256: read.sha256,
      rows,
      rejected: counts.rejected,
      total: Number(total),
      importedAt: asked.now,
    };
    await registry.finish(source);
    return { ...counts, ...source, registry: plan.registry, before };
  } finally {
    registry.discard();
  }
}
