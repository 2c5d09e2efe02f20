import type { Actor } from "#core/access.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import type { DigestCard } from "#core/rhythm/cards.ts";
import { chooseDigest } from "#core/rhythm/choose-digest.ts";
import { sendDigestsDue } from "#core/rhythm/send-digests-due.ts";
import { type Library, openLibrary } from "../library/kept.ts";
import { type Sending, sendingIn } from "../moderation/moderated.ts";

export const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

export interface Weekly extends Library, Sending {
  /** Switches a member's digest on. */
  wants(actor: Actor): Promise<void>;
  /** Moves the clock to the end of the next Sunday and sends; gives how many were sent. */
  sunday(): Promise<number>;
  /** What stands with members of weekly digests. */
  digests(): DigestCard[];
}

/** A community with a library, whose members can choose a weekly digest. */
export async function weekly(store: Store): Promise<Weekly> {
  const library = await openLibrary(store);
  const { core, clock, town } = library;
  const sending = sendingIn(town);
  return {
    ...library,
    ...sending,
    async wants(actor) {
      await chooseDigest(core, { actor, platform: "north" });
    },
    async sunday() {
      const from = new Date("2031-03-09T18:00:00Z").getTime();
      const weeks = Math.max(0, Math.ceil((clock.now().getTime() + 1 - from) / WEEK_MS));
      clock.advance(from + weeks * WEEK_MS - clock.now().getTime());
      const sent = await sendDigestsDue(core);
      await sending.drain();
      return sent;
    },
    digests: () => sending.cards(sending.north, "digest"),
  };
}
