import type { Core } from "#core/core.ts";
import type { Card, Destination, MessageRef } from "#core/messenger.ts";
import type { LoadCard } from "./load-card.ts";
import { loadDestination, openCopy } from "./load-destination.ts";
import type { DeliveryRow } from "./pick.ts";
import { Fenced, hold } from "./settle.ts";

export interface Standing {
  readonly id: string;
  readonly part: number;
  readonly ref: MessageRef;
}

export interface Facts {
  readonly card: Card | undefined;
  readonly to: Destination | undefined;
  readonly skip: string | undefined;
  readonly standing: readonly Standing[];
  /** A later edit or removal of the same card, not begun yet, makes this one needless. */
  readonly overtaken: boolean;
}

/** The columns by which a card's copies and deliveries belong together. */
export function cardOf(row: DeliveryRow) {
  const { kind, subjectId, platform, targetKind, targetId } = row;
  return { kind, subjectId, platform, targetKind, targetId };
}

/** The facts of a delivery could not be read: nothing was said to any platform. */
export class FactsUnreadable extends Error {
  constructor(cause: unknown) {
    super("the facts of a delivery could not be read", { cause });
    this.name = "FactsUnreadable";
  }
}

/**
 * Everything a send needs, read in one transaction at the moment of sending, behind the fence. Throws Fenced, or
 * FactsUnreadable.
 */
export async function loadFacts(core: Core, row: DeliveryRow, load: LoadCard): Promise<Facts> {
  try {
    return await readFacts(core, row, load);
  } catch (error) {
    throw error instanceof Fenced ? error : new FactsUnreadable(error);
  }
}

async function readFacts(core: Core, row: DeliveryRow, load: LoadCard): Promise<Facts> {
  return core.tx(async (tx, now) => {
    const { overtaken } = await hold(tx, core, row, now);
    const copies = await tx.copy.findMany({
      where: { ...cardOf(row), removedAtMs: null },
      orderBy: { part: "asc" },
    });
    const standing: Standing[] = [];
    for (const copy of copies)
      standing.push({ id: copy.id, part: copy.part, ref: await openCopy(tx, core, copy) });
    const located = await loadDestination(tx, core, row);
    return {
      card: row.op === "remove" ? undefined : await load(tx, core, row),
      to: "to" in located ? located.to : undefined,
      skip: "skip" in located ? located.skip : undefined,
      standing,
      overtaken,
    };
  });
}
