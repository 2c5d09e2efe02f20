import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildStage, type Running } from "#cli/demo/build-stage.ts";
import { pendingWork } from "#core/deliveries/pending-work.ts";
import { openStore } from "#core/foundation/store/open-store.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import { loadConfig } from "../../src/config.ts";
import { conversationOf } from "../flows/kill-run/marks.ts";
import { converse } from "../flows/kill-run/patient.ts";
import { DaemonProcess } from "../flows/kill-run/process.ts";
import { serve } from "../flows/kill-run/provider.ts";
import { verdictOf } from "../flows/kill-run/verdict.ts";
import { KILL_POINTS, type KillPoint } from "./kill-at.ts";

const SCENARIO: Scenario = {
  title: "kill points",
  community: "Harbour",
  country: "US",
  people: {
    maya: { platform: "discord", role: "patient" },
    ana: { platform: "slack", role: "provider" },
  },
  steps: [],
};

/** Runs the program with a kill point in it, and starts it again whenever it is gone. */
function supervised(point: KillPoint) {
  let over = false;
  let armed = "";
  const start = async (env: NodeJS.ProcessEnv): Promise<Running> => {
    armed = join(env.CURBSIDE_HOME ?? "", "armed");
    const daemon = new DaemonProcess("daemon", {
      env: { ...env, CURBSIDE_KILLPOINT: `${point}|${armed}` },
      log: join(env.CURBSIDE_HOME ?? "", "daemon.log"),
      preload: join(import.meta.dirname, "kill-at.ts"),
    });
    await daemon.start();
    const keep = (async () => {
      while (!over) {
        await daemon.until(["gone"], 600_000).catch(() => undefined);
        if (!over) await daemon.start();
      }
    })();
    const store = await openStore({ url: loadConfig(env).databaseUrl });
    return {
      pending: () => pendingWork(store),
      async stop() {
        over = true;
        await store[Symbol.asyncDispose]();
        await daemon.stop();
        await keep;
      },
    };
  };
  return { start, arm: () => writeFileSync(armed, ""), wasKilled: () => !existsSync(armed) };
}

describe("the program killed (faults 1 to 8)", () => {
  for (const point of Object.keys(KILL_POINTS) as KillPoint[])
    test(`${point}: what was sent arrives once, in order`, async () => {
      const { start, arm, wasKilled } = supervised(point);
      await using stage = await buildStage(SCENARIO, { speed: 10, onSeen: () => {}, start });
      const maya = stage.cast.get("maya");
      const ana = stage.cast.get("ana");
      if (maya?.platform !== "discord" || ana?.platform !== "slack") throw new Error("the stage is wrong");
      const [place] = maya.places;
      if (place === undefined) throw new Error("no place");
      const talk = conversationOf(0);
      arm();
      await Promise.all([
        converse(maya.person, place.askChannelId, talk),
        serve(ana.person, place.intakeChannelId, [talk]),
      ]);
      expect(wasKilled()).toBe(true);
      const deadline = Date.now() + 30_000;
      while ((await stage.backstage.pending()) && Date.now() < deadline) await stage.screens.changed(100);
      const talks = [{ talk, patientId: maya.person.id, directId: maya.person.dm() }];
      const verdict = verdictOf({
        discord: stage.discord,
        slack: stage.slack,
        intakeId: place.intakeChannelId,
        talks,
      });
      expect(verdict).toMatchObject({ lost: [], twice: [], misordered: [] });
    }, 120_000);
});
