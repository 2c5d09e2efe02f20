import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildStage, type Running } from "#cli/demo/build-stage.ts";
import { pendingWork } from "#core/deliveries/pending-work.ts";
import { openStore } from "#core/foundation/store/open-store.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import { loadConfig } from "../../src/config.ts";
import { type Conversation, conversationOf } from "../flows/kill-run/marks.ts";
import { converse } from "../flows/kill-run/patient.ts";
import { DaemonProcess } from "../flows/kill-run/process.ts";
import { serve } from "../flows/kill-run/provider.ts";
import { type Verdict, verdictOf } from "../flows/kill-run/verdict.ts";
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

/** Runs the program with the kill points in it, and starts it again whenever it is gone. */
function supervised() {
  let over = false;
  let armed = "";
  const start = async (env: NodeJS.ProcessEnv): Promise<Running> => {
    armed = join(env.CURBSIDE_HOME ?? "", "armed");
    const daemon = new DaemonProcess("daemon", {
      env: { ...env, CURBSIDE_KILLPOINT: armed },
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
  return {
    start,
    arm: (point: KillPoint) => writeFileSync(armed, point),
    wasKilled: () => !existsSync(armed),
  };
}

/** A patient, a provider, and the program between them that is killed at one point after another. */
async function stageWithKillPoints() {
  const { start, arm, wasKilled } = supervised();
  const stage = await buildStage(SCENARIO, { speed: 20, onSeen: () => {}, start });
  const maya = stage.cast.get("maya");
  const ana = stage.cast.get("ana");
  const place = maya?.platform === "discord" ? maya.places[0] : undefined;
  if (maya?.platform !== "discord" || ana?.platform !== "slack" || place === undefined)
    throw new Error("the stage is wrong");
  const { askChannelId, intakeChannelId } = place;
  return {
    arm,
    wasKilled,
    /** One conversation to its end, and what then stands on both platforms. */
    async converse(talk: Conversation): Promise<Verdict> {
      await Promise.all([
        converse(maya.person, askChannelId, talk),
        serve(ana.person, intakeChannelId, [talk]),
      ]);
      const deadline = Date.now() + 30_000;
      while ((await stage.backstage.pending()) && Date.now() < deadline) await stage.screens.changed(100);
      const talks = [{ talk, patientId: maya.person.id, directId: maya.person.dm() }];
      return verdictOf({ discord: stage.discord, slack: stage.slack, intakeId: intakeChannelId, talks });
    },
    close: () => stage[Symbol.asyncDispose](),
  };
}

describe("the program killed (faults 1 to 8)", () => {
  let stage: Awaited<ReturnType<typeof stageWithKillPoints>>;
  beforeAll(async () => {
    stage = await stageWithKillPoints();
  });
  afterAll(() => stage.close());

  test.each(Object.keys(KILL_POINTS).map((point, number) => [point as KillPoint, number] as const))(
    "%s: what was sent arrives once, in order",
    async (point, number) => {
      stage.arm(point);
      const verdict = await stage.converse(conversationOf(number));
      expect(stage.wasKilled()).toBe(true);
      expect(verdict).toMatchObject({ lost: [], twice: [], misordered: [] });
    },
  );
});
