import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";

/**
 * Whose experiences somebody is not shown: the one place that find asks, so that a block between two members is kept here
 * as everywhere. Nobody can block anybody yet.
 */
export async function hiddenAuthors(_core: Core, _reader: Actor): Promise<ReadonlySet<string>> {
  return new Set();
}
