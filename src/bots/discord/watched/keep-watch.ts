import type { REST } from "discord.js";
import { beginReading } from "#core/communities/watched/begin-reading.ts";
import { endReading } from "#core/communities/watched/end-reading.ts";
import { forgetWatched } from "#core/communities/watched/forget-watched.ts";
import { noteReadTo } from "#core/communities/watched/note-read-to.ts";
import {
  type WatchedPlace,
  type WatchTrouble,
  watchedPlaces,
} from "#core/communities/watched/watched-places.ts";
import type { Core } from "#core/core.ts";
import { errorFacts } from "../../../log.ts";
import { troubleOf } from "../messenger-failures.ts";
import { mayReadContent } from "./content-intent.ts";
import type { HearPost } from "./hear-post.ts";
import { closeNotice } from "./notice.ts";
import { readBack } from "./read-back.ts";
import { isReadUnder, type Kept, type Line, type Reading } from "./reading.ts";
import { takeUp } from "./take-up.ts";

/** Between two looks at what stands on Discord; the list itself is looked at each second. At normal speed. */
const LOOK_POLLS = 30;
/** When the connection could not be made. */
const AGAIN_POLLS = 5;
/** After Discord refused the intent, though it says that it is on. */
const REFUSED_POLLS = 600;
/** What Discord may still be telling when the clock is read, a connection that died unnoticed included. Real milliseconds. */
const MAY_LAG_MS = 120_000;

interface Parts {
  readonly core: Core;
  readonly rest: REST;
  readonly line: Line;
  readonly hear: HearPost;
}

/**
 * Keeps three things in step: which channels are listed, what their notices say, and what is read. Reading begins when the
 * notice stands and ends before it changes, so that no notice says what is not so.
 */
export class Watch {
  readonly #parts: Parts;
  readonly #read = new Map<string, Kept>();
  #listed = "";
  #pollsToLook = 0;
  #pollsToAskAgain = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The channel, where it is read now. */
  of(channelId: string): Reading | undefined {
    return this.#read.get(channelId);
  }

  /** Messages were removed there. If the notice was among them, it is looked at with the next poll. */
  lost(channelId: string, messageIds: readonly string[]): void {
    const { noticeId = "" } = this.#read.get(channelId) ?? {};
    if (messageIds.includes(noticeId)) this.#pollsToLook = 0;
  }

  /** Something was pinned or unpinned there, perhaps the notice. */
  pinsChanged(channelId: string): void {
    if (this.#read.has(channelId)) this.#pollsToLook = 0;
  }

  /** Something that was found there could not be stored. */
  missed(channelId: string): void {
    const reading = this.#read.get(channelId);
    if (reading !== undefined) reading.isBehind = true;
  }

  /** A session began anew: what was posted before it was heard by nobody. */
  beganAnew(): void {
    for (const reading of this.#read.values()) reading.isBehind = true;
  }

  /** Whether to connect with the words of messages; asked before there is a connection. */
  async wantsContent(): Promise<boolean> {
    const places = await this.#places();
    return places.some(({ isListed }) => isListed) && (await this.#mayRead(true));
  }

  /** Discord refused the words of messages. */
  refused(): void {
    this.#pollsToAskAgain = REFUSED_POLLS;
    this.#pollsToLook = 0;
  }

  /** To be called each second, one at a time. */
  async poll(): Promise<void> {
    this.#pollsToLook -= 1;
    this.#pollsToAskAgain -= 1;
    const places = await this.#places();
    const listed = JSON.stringify(places.map(({ id, isListed }) => [id, isListed]));
    const isNew = listed !== this.#listed;
    if (!isNew && this.#pollsToLook > 0) return this.#catchUp();
    this.#listed = listed;
    this.#pollsToLook = LOOK_POLLS;
    await this.#look(places);
    await this.#catchUp();
    await this.#noteReadTo();
  }

  #places(): Promise<WatchedPlace[]> {
    return watchedPlaces(this.#parts.core, { platform: "discord" });
  }

  /** What Discord says of the bot; where it cannot be asked, as it is. */
  async #mayRead(now: boolean): Promise<boolean> {
    if (this.#pollsToAskAgain > 0) return false;
    try {
      return await mayReadContent(this.#parts.rest);
    } catch (error) {
      this.#warn("intent", error);
      return now;
    }
  }

  async #look(places: readonly WatchedPlace[]): Promise<void> {
    const { line } = this.#parts;
    const gone = [...this.#read.keys()].filter((id) => !places.some(({ channelId }) => channelId === id));
    for (const channelId of gone) this.#read.delete(channelId);
    const isAny = places.some(({ isListed }) => isListed);
    const content = isAny && (await this.#mayRead(line.hasContent()));
    if (content && !line.hasContent()) await this.#reconnect(true);
    const has = content && line.hasContent();
    for (const place of places)
      await this.#bringInLine(place, has).catch((error: unknown) => this.#warn("notice", error));
    // Only when nothing is read any more: until then what comes is still heard.
    if (!content && line.hasContent()) await this.#reconnect(false);
  }

  async #reconnect(content: boolean): Promise<void> {
    try {
      if (!(await this.#parts.line.reconnect(content))) this.refused();
    } catch (error) {
      this.#warn("reconnect", error);
      this.#pollsToLook = AGAIN_POLLS;
    }
  }

  async #bringInLine(place: WatchedPlace, hasContent: boolean): Promise<void> {
    if (!place.isListed) return this.#end(place, undefined);
    if (!hasContent) return this.#end(place, "intent");
    const taken = await takeUp(this.#parts.rest, place);
    if ("noticeId" in taken) return this.#begin(place, taken.noticeId);
    if (taken.trouble !== "away") return this.#end(place, taken.trouble);
    // Out of reach for a moment: a notice that stood stands, as far as anybody knows, and what it says goes on.
    const { id, communityId, readSince } = place;
    if (readSince === undefined) await endReading(this.#parts.core, { id, communityId, trouble: "away" });
  }

  async #begin(place: WatchedPlace, noticeId: string): Promise<void> {
    const { id, communityId, spaceId, channelId } = place;
    const begun = isReadUnder(place, noticeId)
      ? place
      : await beginReading(this.#parts.core, { id, communityId, noticeId });
    if (begun?.readTo === undefined) return;
    const known = this.#read.get(channelId);
    if (known !== undefined) known.noticeId = noticeId;
    else {
      const { readTo } = begun;
      this.#read.set(channelId, { id, communityId, spaceId, channelId, noticeId, readTo, isBehind: true });
    }
  }

  /** Stops reading first, then says so where a notice stands; what Discord cannot do now is done at the next look. */
  async #end(place: WatchedPlace, trouble: WatchTrouble | undefined): Promise<void> {
    const { core, rest } = this.#parts;
    const { id, communityId, channelId, noticeId, isListed } = place;
    this.#read.delete(channelId);
    await endReading(core, { id, communityId, trouble });
    if (place.readSince !== undefined)
      core.log.warn("watch.ended", { platform: "discord", what: trouble ?? "unwatched" });
    try {
      if (noticeId !== undefined) await closeNotice(rest, { channelId, noticeId });
    } catch (error) {
      const { why } = troubleOf(error);
      // Neither the channel nor the notice is there for anybody, or nobody of ours can reach it.
      if (why !== "gone" && why !== "forbidden") throw error;
    }
    if (!isListed) await forgetWatched(core, { id });
  }

  async #catchUp(): Promise<void> {
    const { core, rest, hear } = this.#parts;
    for (const reading of this.#read.values()) {
      if (!reading.isBehind) continue;
      // Before it begins: what is missed meanwhile may be what it has passed already.
      reading.isBehind = false;
      try {
        const now = core.clock.now();
        await readBack(rest, hear, { ...reading, since: reading.readTo, now });
      } catch (error) {
        reading.isBehind = true;
        this.#warn("read-back", error);
      }
    }
  }

  async #noteReadTo(): Promise<void> {
    const { core, line } = this.#parts;
    if (!line.isOpen()) return;
    const to = new Date(core.clock.now().getTime() - MAY_LAG_MS);
    const heard = [...this.#read.values()].filter(({ isBehind, readTo }) => !isBehind && readTo < to);
    for (const reading of heard) reading.readTo = to;
    if (heard.length > 0) await noteReadTo(core, { ids: heard.map(({ id }) => id), to });
  }

  #warn(what: string, error: unknown): void {
    this.#parts.core.log.warn("discord.watch", { ...errorFacts(error), platform: "discord", what });
  }
}
