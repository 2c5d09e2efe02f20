import type { Core } from "#core/core.ts";
import type { Destination, MessageRef, Messenger } from "#core/messenger.ts";
import type { LoadCard } from "./load-card.ts";
import { openCopy } from "./load-destination.ts";
import { loadFacts } from "./load-facts.ts";
import type { DeliveryRow } from "./pick.ts";
import { isMissed, partKey, recordPart, removeCopies } from "./send.ts";
import { settle } from "./settle.ts";
import { sweepAt } from "./sweep-doubles.ts";

/** After this many readings that could not be trusted, a human is told. */
const MOST_CHECKS = 3;

const PLACES = {
  direct: "dm",
  "private-thread": "thread",
  "shared-thread": "thread",
  shelf: "shelf",
} as const;

/** Does it stand where this one would? A member may have been reached another way, a channel may be linked anew. */
function isThere(ref: MessageRef, to: Destination): boolean {
  if (to.kind === "channel") return ref.channelId === to.channelId;
  return ref.place === PLACES[to.kind];
}

const MOST_LOOKED_AT = 20;

/** The newest message that is known to stand where this one would, or the message that its thread hangs under. */
async function witnessOf(core: Core, row: DeliveryRow, to: Destination): Promise<MessageRef | undefined> {
  return core.tx(async (tx) => {
    const copies = await tx.copy.findMany({
      where: {
        platform: row.platform,
        targetKind: row.targetKind,
        targetId: row.targetId,
        removedAtMs: null,
      },
      orderBy: { postedAtMs: "desc" },
      take: MOST_LOOKED_AT,
    });
    for (const copy of copies) {
      const ref = await openCopy(tx, core, copy);
      if (isThere(ref, to)) return ref;
    }
    return to.kind === "channel" ? to.under : undefined;
  });
}

/**
 * Settles an unclear send by reading history: found, surely absent, or still unclear. Edits and removals are repeated, but
 * a part that an edit may have added is looked for first.
 */
export async function reconcile(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  load: LoadCard,
): Promise<void> {
  const again = () => core.tx((tx, now) => settle(tx, row, now, { state: "ready", inMs: 0 }));
  if (row.op === "remove" || row.op === "restrain") return again();
  const facts = await loadFacts(core, row, load);
  const { to, card } = facts;
  const part = facts.standing.length;
  const adds = card !== undefined && part < messenger.parts(card) && (part > 0 || isMissed(card));
  const posts = row.op === "post" || adds;
  if (!posts) return again();
  if (to === undefined) {
    await core.tx((tx, now) => settle(tx, row, now, { state: "dropped", trouble: facts.skip ?? "nowhere" }));
    return;
  }
  const found = await messenger.find(to, {
    key: partKey(core, row, part),
    after: new Date(Number(row.triedAtMs ?? 0n)),
    witness: await witnessOf(core, row, to),
  });
  if (found.found === undefined) {
    if (found.trustworthy) return sendAgain(core, row);
    return settleUnclear(core, row);
  }
  for (const double of found.doubles) await messenger.remove(double);
  if (card === undefined) {
    // It landed, but what it said was taken back meanwhile.
    await messenger.remove(found.found);
    await removeCopies(core, messenger, facts.standing);
    await core.tx((tx, now) => settle(tx, row, now, { state: "dropped", trouble: "nothing-to-say" }));
    return;
  }
  const last = row.op === "post" && part >= messenger.parts(card) - 1;
  await recordPart(core, row, { part, ref: found.found, to, last });
  if (!last) await again();
}

/** It is not there, so it is sent again; a first attempt that lands all the same is swept up later. */
async function sendAgain(core: Core, row: DeliveryRow): Promise<void> {
  await core.tx(async (tx, now) => {
    await settle(tx, row, now, { state: "ready", inMs: 0 });
    await tx.delivery.update({ where: { id: row.id }, data: { sweepAtMs: sweepAt(core, now) } });
  });
}

/** A check that told nothing: looked at again later and later; after three, a human is told. Never sent again by guess. */
export async function settleUnclear(core: Core, row: DeliveryRow): Promise<void> {
  const checks = row.checks + 1;
  const unclear = checks >= MOST_CHECKS;
  await core.tx((tx, now) =>
    settle(tx, row, now, {
      state: "unknown",
      inMs: core.config.timing.settleMs * 2 ** Math.min(checks, 6),
      checks,
      trouble: unclear ? "needs-human" : "unclear",
    }),
  );
  if (unclear)
    core.log.error("delivery.needs_human", { delivery: row.id, kind: row.kind, platform: row.platform });
}
