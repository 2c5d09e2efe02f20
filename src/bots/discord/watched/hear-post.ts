import { setImmediate } from "node:timers/promises";
import type { Core } from "#core/core.ts";
import { foundInPost } from "#core/moderation/automatic/found-in-post.ts";
import { tellOwnDetails } from "#core/moderation/automatic/tell-own-details.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";
import type { Dispatch } from "../dispatch.ts";
import { messageAct } from "../message-act.ts";
import { Flood } from "./flood.ts";

/** A message of a watched channel, as it is now. */
export interface HeardPost {
  readonly communityId: string;
  readonly spaceId: string;
  /** The channel, or the thread in it. */
  readonly channelId: string;
  readonly messageId: string;
  readonly accountId: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly editedAt: Date | undefined;
}

const GRAVE = ["emergency", "crisis"] as const satisfies readonly GraveVerdict[];

/** False where something was found and could not be stored, so that it must be looked at again. */
export type HearPost = (post: HeardPost) => Promise<boolean>;

/** One after the other, and between two of them a turn for everything else: hundreds at once would hold up every press. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(() => setImmediate()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Looks at a message in memory. Where nothing is found, nothing of it is stored, not even that it came. */
export function createHearPost(core: Core, dispatch: Pick<Dispatch, "happened">): HearPost {
  const urgent = inTurn();
  const usual = inTurn();
  const floods = new Map<string, Flood>();
  /** A raid on one community makes no other one less heard. */
  const floodIn = (communityId: string): Flood => {
    const known = floods.get(communityId) ?? new Flood();
    floods.set(communityId, known);
    return known;
  };
  return async ({ communityId, spaceId, text, writtenAt, editedAt, ...at }) => {
    if (text === "") return true;
    const { kinds, own: types } = foundInPost(core, text);
    if (kinds.length === 0 && types.length === 0) return true;
    const { accountId } = at;
    const danger = GRAVE.find((kind) => kinds.includes(kind));
    if (!floodIn(communityId).lets(accountId, { danger, at: (editedAt ?? writtenAt).getTime() })) return true;
    if (kinds.length === 0) {
      await usual(() => tellOwnDetails(core, { communityId, platform: "discord", accountId, types }));
      return true;
    }
    const post = { spaceId, kinds, at: writtenAt.toISOString(), edited: editedAt !== undefined };
    const key = messageAct(at, editedAt === undefined ? "create" : "edit", editedAt?.getTime() ?? 0);
    const inLine = danger === undefined ? usual : urgent;
    const heard = await inLine(() => dispatch.happened("post-found", { ...at, text, post }, key));
    // What was not stored must not count when it is looked at again.
    if (heard === "lost") floods.delete(communityId);
    return heard !== "lost";
  };
}
