import { expect, test } from "vitest";
import { eraseMember } from "#core/privacy/erase-member.ts";
import { chooseDigest } from "#core/rhythm/choose-digest.ts";
import { WELCOME_MS } from "#core/rhythm/plan-welcome.ts";
import { welcomeDue } from "#core/rhythm/welcome-due.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { moderatedTown } from "../moderation/moderated.ts";
import { joinAs } from "../small-town.ts";

describeOnBoth("whoever joins", ({ openNew }) => {
  test("is welcomed once, a little later the same day; not who is gone by then, nor who comes back", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, north } = town;
    const robin = await joinAs(town, "Calm Robin");
    const wren = await joinAs(town, "Far Wren");
    const crow = await joinAs(town, "Old Crow");
    expect(await welcomeDue(core)).toBe(0);
    await eraseMember(core, { actor: wren, typed: "Far Wren" });
    await core.db.member.update({ where: { id: crow.memberId }, data: { state: "removed" } });
    await chooseDigest(core, { actor: robin, platform: "north" });
    clock.advance(WELCOME_MS);
    await Promise.all([welcomeDue(core), welcomeDue(core)]);
    await town.drain();
    expect(town.cards(north, "welcome")).toMatchObject([{ offersDigest: false, community: "Sunny Side" }]);
    await core.db.member.update({ where: { id: crow.memberId }, data: { state: "active" } });
    clock.advance(10 * WELCOME_MS);
    await welcomeDue(core);
    await town.drain();
    expect(town.cards(north, "welcome")).toHaveLength(1);
  });
});
