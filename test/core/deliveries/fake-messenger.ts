import type { Clock } from "#core/foundation/clock.ts";
import {
  type Card,
  DeliveryFailure,
  type DeliveryTrouble,
  type Destination,
  type Find,
  type Found,
  type MessageRef,
  type Messenger,
  type Restraint,
} from "#core/messenger.ts";

export interface Said {
  readonly id: string;
  readonly channelId: string;
  readonly key: string;
  readonly at: number;
  readonly place: MessageRef["place"];
  text: string;
}

/** What happens instead of a good end: nothing, the effect without its reply, or the effect later. */
export type Fault =
  | { readonly how: "before" | "after-store"; readonly trouble: DeliveryTrouble }
  | { readonly how: "late"; readonly byMs: number };

type Op = "post" | "edit" | "remove" | "find" | "restrain" | "let-out";

export interface FakePlatform extends Messenger {
  /** What stands now, in the order in which it landed. */
  said(): readonly Said[];
  /** How many requests were made. */
  calls(): number;
  /** What happens at request N, from 1. */
  faults: Map<number, Fault>;
  /** Called before each request has any effect; awaited. */
  onCall: (call: { n: number; op: Op; text?: string }) => Promise<void> | void;
  /** Every reading of history can be trusted; false stands for a missing permission. */
  readable: boolean;
  /** What accounts may do now, by `<space>/<account>`. */
  readonly restrained: Map<string, Restraint>;
  /** Who is in a shared thread, by its title. */
  readonly seats: Map<string, Set<string>>;
}

/** A card's text is its community's name; "/" in it splits it into parts. */
export const partsOf = (card: Card): string[] =>
  "community" in card && typeof card.community === "string" ? card.community.split("/") : [card.kind];

const PLACES = {
  direct: "dm",
  "private-thread": "thread",
  "shared-thread": "thread",
  shelf: "shelf",
  channel: "channel",
} as const;
const channelOf = (to: Destination) =>
  to.kind === "channel" || to.kind === "shelf"
    ? to.channelId
    : to.kind === "shared-thread"
      ? to.title
      : to.accountId;

/** A platform in memory: `clock` decides when late requests land and how old a message is. */
export function createFakePlatform(clock: Clock, platform = "north"): FakePlatform {
  const standing: Said[] = [];
  const late: { at: number; effect: () => void }[] = [];
  let n = 0;
  let ids = 0;

  function land(): void {
    const now = clock.now().getTime();
    for (const one of late.filter(({ at }) => at <= now)) {
      late.splice(late.indexOf(one), 1);
      one.effect();
    }
  }

  async function request<T>(op: Op, effect: () => T, text?: string): Promise<T> {
    n += 1;
    const call = n;
    await fake.onCall({ n: call, op, ...(text === undefined ? {} : { text }) });
    land();
    const fault = fake.faults.get(call);
    if (fault === undefined) return effect();
    if (fault.how === "late") {
      late.push({ at: clock.now().getTime() + fault.byMs, effect: () => void effect() });
      throw new DeliveryFailure({ why: "ambiguous" });
    }
    if (fault.how === "after-store") effect();
    throw new DeliveryFailure(fault.trouble);
  }

  const refOf = (one: Said): MessageRef => ({
    channelId: one.channelId,
    messageId: one.id,
    place: one.place,
  });

  function search(to: Destination, { key, after, witness }: Find): Found {
    const seen = standing.filter(
      (one) => one.channelId === channelOf(to) && one.at >= after.getTime() && one.key === key,
    );
    const [first, ...doubles] = seen.map(refOf);
    if (first !== undefined) return { found: first, doubles };
    const trustworthy =
      fake.readable && (witness === undefined || standing.some(({ id }) => id === witness.messageId));
    return { found: undefined, trustworthy };
  }

  const fake: FakePlatform = {
    platform,
    faults: new Map(),
    onCall: () => undefined,
    readable: true,
    said: () => {
      land();
      return standing;
    },
    calls: () => n,
    parts: (card) => partsOf(card).length,
    post(to, card, part, key) {
      const text = partsOf(card)[part] ?? "";
      const effect = () => {
        ids += 1;
        const place = PLACES[to.kind];
        const one = { id: `m${ids}`, channelId: channelOf(to), key, at: clock.now().getTime(), place, text };
        standing.push(one);
        if (to.kind === "shared-thread" && to.threadId === undefined)
          fake.seats.set(to.title, new Set(to.accountIds));
        return refOf(one);
      };
      return request("post", effect, text);
    },
    edit(ref, card, part) {
      const text = partsOf(card)[part] ?? "";
      const effect = () => {
        const one = standing.find(({ id }) => id === ref.messageId);
        if (one === undefined) throw new DeliveryFailure({ why: "gone" });
        one.text = text;
      };
      return request("edit", effect, text);
    },
    remove: (ref) =>
      request("remove", () => {
        const index = standing.findIndex(({ id }) => id === ref.messageId);
        if (index >= 0) standing.splice(index, 1);
      }),
    find: (to, find) => request("find", () => search(to, find)),
    restrained: new Map(),
    restrain: ({ spaceId, accountId }, restraint) =>
      request("restrain", () => void fake.restrained.set(`${spaceId}/${accountId}`, restraint)),
    seats: new Map(),
    letOut: ({ title }, accountId) => request("let-out", () => void fake.seats.get(title)?.delete(accountId)),
  };
  return fake;
}
