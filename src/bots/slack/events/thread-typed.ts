import type { Core } from "#core/core.ts";
import { noteInternalThread } from "#core/questions/note-internal-thread.ts";

/** Somebody of the team wrote in a thread; the words themselves are none of our business and are not kept. */
export interface TypedInThread {
  readonly teamId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly rootId: string;
}

/** The card that a thread hangs under is not on record yet, or is none of ours: looked at again a few times. */
export class NotYetKnown extends Error {
  constructor() {
    super("the thread's card is not known yet");
    this.name = "NotYetKnown";
  }
}

/** A card is on record within this time after it was posted; what hangs under another is none of ours. */
const ON_RECORD_WITHIN_MS = 60_000;

/** The first team text in a question's thread gets one line: it stays with the team. */
export const threadTyped = {
  kind: "thread-typed",
  async run(core: Core, { channelId, messageId, rootId }: TypedInThread): Promise<void> {
    const typed = { platform: "slack", channelExternalId: channelId, messageExternalId: rootId };
    if (await noteInternalThread(core, typed)) return;
    const typedAtMs = Number(messageId) * 1000;
    if (core.clock.now().getTime() - typedAtMs < ON_RECORD_WITHIN_MS) throw new NotYetKnown();
  },
} as const;
