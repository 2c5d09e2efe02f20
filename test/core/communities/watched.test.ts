import { expect, test } from "vitest";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { beginReading } from "#core/communities/watched/begin-reading.ts";
import { endReading } from "#core/communities/watched/end-reading.ts";
import { forgetWatched } from "#core/communities/watched/forget-watched.ts";
import { listWatched } from "#core/communities/watched/list-watched.ts";
import { noteReadTo } from "#core/communities/watched/note-read-to.ts";
import { unwatchChannel } from "#core/communities/watched/unwatch-channel.ts";
import { watchChannel } from "#core/communities/watched/watch-channel.ts";
import { watchedPlaces } from "#core/communities/watched/watched-places.ts";
import { DomainError } from "#core/errors.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf, joinAs, smallTown, type Town } from "../small-town.ts";

const watch = (town: Town, externalId = "lounge", spaceExternalId?: string) =>
  watchChannel(town.core, { actor: town.admin, platform: "north", externalId, spaceExternalId });
const unwatch = (town: Town, externalId = "lounge") =>
  unwatchChannel(town.core, { actor: town.admin, platform: "north", externalId });
const places = (town: Town) => watchedPlaces(town.core, { platform: "north" });

async function only(town: Town) {
  const [place] = await places(town);
  if (place === undefined) throw new Error("no channel is watched");
  return place;
}

const begin = async (town: Town, noticeId = "notice-1") => {
  const { id, communityId } = await only(town);
  return beginReading(town.core, { id, communityId, noticeId });
};

async function whyNot(act: Promise<unknown>): Promise<string> {
  const error = await act.catch((thrown: unknown) => thrown);
  return error instanceof DomainError ? `${error.code} ${JSON.stringify(error.details)}` : "ok";
}

describeOnBoth("a watched channel", ({ openNew }) => {
  test("is listed once, sealed, by an admin alone, and is not read by that", async () => {
    const town = await smallTown(await openNew());
    const heron = await joinAs(town, "Quiet Heron");
    const as = { platform: "north", externalId: "lounge" };
    expect(await codeOf(watchChannel(town.core, { actor: heron, ...as }))).toBe("not_allowed");
    expect(await codeOf(unwatchChannel(town.core, { actor: heron, ...as }))).toBe("not_allowed");
    expect(await codeOf(listWatched(town.core, { actor: heron, platform: "north" }))).toBe("not_allowed");
    expect(await Promise.all([watch(town), watch(town)])).toContainEqual({ isNew: true });
    expect(await watch(town)).toEqual({ isNew: false });
    const [row, ...more] = await town.core.db.watchedChannel.findMany();
    expect(more).toEqual([]);
    expect(
      JSON.stringify([row?.externalKey, Buffer.from(row?.externalIdSealed ?? []).toString()]),
    ).not.toContain("lounge");
    expect(await places(town)).toMatchObject([
      {
        channelId: "lounge",
        spaceId: "Sunny Side/patients",
        community: "Sunny Side",
        isListed: true,
        readSince: undefined,
      },
    ]);
    expect(await auditOf(town, row?.id ?? "")).toEqual(["channel.watched"]);
  });

  test("is none that carries what patients must not see, on either side of the order", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, patientsSpaceId: spaceId } = town;
    await linkChannel(core, { actor: admin, spaceId, purpose: "moderation", externalId: "mods" });
    expect(await whyNot(watch(town, "mods"))).toContain("closed");
    await watch(town);
    const link = (purpose: "crisis" | "library") =>
      codeOf(linkChannel(core, { actor: admin, spaceId, purpose, externalId: "lounge" }));
    expect(await link("crisis")).toBe("is_watched");
    expect(await link("library")).toBe("ok");
    await unwatch(town);
    expect(await watch(town, "Sunny Side/ask")).toEqual({ isNew: true });
  });

  test("lies in a space for patients, which is named where there are several", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    expect(await whyNot(watchChannel(core, { actor: admin, platform: "south", externalId: "x" }))).toContain(
      "no-space",
    );
    expect(await whyNot(watch(town, "lounge", "elsewhere"))).toContain("no-space");
    await linkSpace(core, { actor: admin, platform: "north", side: "patients", externalId: "second" });
    expect(await whyNot(watch(town))).toContain("which-space");
    await watch(town, "lounge", "second");
    expect((await only(town)).spaceId).toBe("second");
  });

  test("of one community is neither another's to list nor to end", async () => {
    const town = await smallTown(await openNew());
    const other = await addCommunity(town.core, town.clock, { name: "Lantern", actor: town.admin });
    await watch(town);
    expect(await codeOf(watch(other))).toBe("already_linked");
    expect(await codeOf(unwatch(other))).toBe("not_found");
    expect(await listWatched(town.core, { actor: other.admin, platform: "north" })).toEqual([]);
    expect((await only(town)).isListed).toBe(true);
  });

  test("is read from the moment at which its notice stands, and a restart goes on where it was", async () => {
    const town = await smallTown(await openNew());
    await watch(town);
    const begun = await begin(town);
    expect(begun).toEqual({ readSince: town.clock.now(), readTo: town.clock.now() });
    town.clock.advance(60_000);
    const { id } = await only(town);
    await noteReadTo(town.core, { ids: [id], to: town.clock.now() });
    expect(await begin(town, "notice-2")).toEqual({ readSince: begun?.readSince, readTo: town.clock.now() });
    // It never goes back, and nothing is noted of what is not read.
    await noteReadTo(town.core, { ids: [id], to: begun?.readTo ?? new Date(0) });
    expect(await only(town)).toMatchObject({ noticeId: "notice-2", readTo: town.clock.now() });
    expect(await auditOf(town, id)).toEqual(["channel.watched", "reading.began"]);
  });

  test("that is not read says why, and what was posted meanwhile is never read later", async () => {
    const town = await smallTown(await openNew());
    await watch(town);
    await begin(town);
    const { id, communityId } = await only(town);
    await endReading(town.core, { id, communityId, trouble: "intent" });
    await endReading(town.core, { id, communityId, trouble: "rights" });
    expect(await only(town)).toMatchObject({
      readSince: undefined,
      readTo: undefined,
      trouble: "rights",
      noticeId: "notice-1",
    });
    town.clock.advance(60_000);
    expect(await begin(town)).toEqual({ readSince: town.clock.now(), readTo: town.clock.now() });
    expect((await only(town)).trouble).toBeUndefined();
    expect(await auditOf(town, id)).toEqual([
      "channel.watched",
      "reading.began",
      "reading.ended",
      "reading.began",
    ]);
  });

  test("that is off the list stays known until its notice is changed, and may be listed again before", async () => {
    const town = await smallTown(await openNew());
    await watch(town);
    expect(await unwatch(town)).toEqual({ hasNotice: false });
    expect(await places(town)).toEqual([]);
    await watch(town);
    await begin(town);
    expect(await unwatch(town)).toEqual({ hasNotice: true });
    const { id, communityId, isListed } = await only(town);
    expect(isListed).toBe(false);
    expect(await begin(town)).toBeUndefined();
    await forgetWatched(town.core, { id });
    expect(await places(town)).toHaveLength(1);
    await endReading(town.core, { id, communityId, trouble: undefined });
    expect(await watch(town)).toEqual({ isNew: true });
    await forgetWatched(town.core, { id });
    expect((await only(town)).noticeId).toBe("notice-1");
    await unwatch(town);
    await forgetWatched(town.core, { id });
    expect(await places(town)).toEqual([]);
    expect(await codeOf(unwatch(town))).toBe("not_found");
  });

  test("cannot be stored as read without a notice, or with a reason that nobody knows", async () => {
    const town = await smallTown(await openNew());
    await watch(town);
    const write = (data: object) => town.core.db.watchedChannel.updateMany({ data });
    await expect(write({ readSince: new Date() })).rejects.toThrow();
    await expect(write({ trouble: "bored" })).rejects.toThrow();
  });
});
