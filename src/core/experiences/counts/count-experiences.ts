import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { FEW } from "#core/reporting/hide-small.ts";
import { choicesOf } from "../choices.ts";
import { FOUND } from "../experience.ts";
import { nextCount, type Voices } from "./next-count.ts";
import { CELLS, type Cell, cellsOf, TALLIES, type Tally } from "./tallies.ts";

const DAY_MS = 24 * 3_600_000;

/** What each member says of one treatment now: their newest experience counts. */
type Said = Map<string, Record<Tally, Cell>>;

async function saidIn(tx: Tx, communityId: string): Promise<Map<string, Said>> {
  const rows = await tx.experience.findMany({
    where: {
      communityId,
      status: { in: [...FOUND] },
      author: { state: "active" },
      uses: { some: { use: "community", withdrawnAt: null } },
    },
    orderBy: [{ sharedAt: "asc" }, { id: "asc" }],
    select: {
      authorId: true,
      treatmentKey: true,
      topic: true,
      forWhom: true,
      relation: true,
      outcome: true,
      noticed: true,
    },
  });
  const said = new Map<string, Said>();
  for (const { authorId, treatmentKey, ...chosen } of rows) {
    const { outcome, noticed } = choicesOf(chosen);
    if (treatmentKey === null || outcome === undefined || noticed === undefined) continue;
    const people: Said = said.get(treatmentKey) ?? new Map();
    said.set(treatmentKey, people.set(authorId, cellsOf({ outcome, noticed })));
  }
  return said;
}

async function countedIn(tx: Tx, communityId: string): Promise<Map<string, Map<Tally, Map<string, Cell>>>> {
  const counted = new Map<string, Map<Tally, Map<string, Cell>>>();
  for (const { treatmentKey, memberId, tally, cell } of await tx.countedVoice.findMany({
    where: { communityId },
  })) {
    const ofTreatment = counted.get(treatmentKey) ?? new Map<Tally, Map<string, Cell>>();
    const voices = ofTreatment.get(tally as Tally) ?? new Map<string, Cell>();
    counted.set(treatmentKey, ofTreatment.set(tally as Tally, voices.set(memberId, cell as Cell)));
  }
  return counted;
}

interface Recount {
  readonly communityId: string;
  readonly treatmentKey: string;
  readonly tally: Tally;
  readonly before: Voices;
  readonly counted: Voices;
  readonly now: Date;
}

/** The numbers are moved by who came and who left, so that somebody who was forgotten since stays a bare number in them. */
async function write(tx: Tx, { communityId, treatmentKey, tally, before, counted, now }: Recount) {
  const same = { communityId_treatmentKey: { communityId, treatmentKey } };
  const stands = await tx.treatmentCount.findUnique({ where: same });
  const size = (voices: Voices, cell: Cell) => [...voices.values()].filter((one) => one === cell).length;
  const told: Partial<Record<Cell, number | null>> = {};
  for (const cell of CELLS[tally]) {
    const number = (stands?.[cell] ?? 0) + size(counted, cell) - size(before, cell);
    told[cell] = number >= FEW ? number : null;
  }
  await tx.treatmentCount.upsert({
    where: same,
    create: { communityId, treatmentKey, ...told, countedAt: now },
    update: { ...told, countedAt: now },
  });
  const where = { communityId, treatmentKey, tally };
  const gone = [...before.keys()].filter((who) => !counted.has(who));
  await tx.countedVoice.deleteMany({ where: { ...where, memberId: { in: gone } } });
  const came = [...counted].filter(([who]) => !before.has(who));
  await tx.countedVoice.createMany({ data: came.map(([memberId, cell]) => ({ ...where, memberId, cell })) });
}

async function countCommunity(tx: Tx, communityId: string, now: Date): Promise<void> {
  const said = await saidIn(tx, communityId);
  const counted = await countedIn(tx, communityId);
  for (const treatmentKey of new Set([...said.keys(), ...counted.keys()]))
    for (const tally of TALLIES) {
      const before: Voices = counted.get(treatmentKey)?.get(tally) ?? new Map();
      const says = new Map([...(said.get(treatmentKey) ?? [])].map(([who, cells]) => [who, cells[tally]]));
      const next = nextCount(before, says, CELLS[tally]);
      if (next.changed)
        await write(tx, { communityId, treatmentKey, tally, before, counted: next.counted, now });
    }
}

/**
 * Counts anew what members say of each treatment, once on each day of the clock and never because somebody asks: whoever looks
 * before and after another shares sees the same numbers.
 */
export async function countExperiences(core: Core): Promise<void> {
  const today = new Date(Math.floor(core.clock.now().getTime() / DAY_MS) * DAY_MS);
  const due = { OR: [{ experiencesCountedAt: null }, { experiencesCountedAt: { lt: today } }] };
  for (const { id } of await core.db.community.findMany({ where: due, select: { id: true } }))
    await core.tx(async (tx, now) => {
      // Of two daemons one counts.
      const { count } = await tx.community.updateMany({
        where: { id, ...due },
        data: { experiencesCountedAt: now },
      });
      if (count > 0) await countCommunity(tx, id, now);
    });
}
