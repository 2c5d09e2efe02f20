import { setTimeout as sleep } from "node:timers/promises";
import type { Core } from "#core/core.ts";
import { errorFacts } from "../log.ts";

/**
 * Takes rules that two people agreed to while this process runs, whichever process they did it in. What cannot be used is told in
 * the log, and the rules stay as they are. Gives the way to stop it.
 */
export function watchPolicies(core: Core): () => Promise<void> {
  const stop = new AbortController();
  const watching = (async () => {
    let wasTold = false;
    while (!stop.signal.aborted) {
      try {
        if (await core.refreshPolicies()) core.log.info("policies.changed");
        wasTold = false;
      } catch (error) {
        // A database that is away for a while is told once.
        if (!wasTold) core.log.error("policies.unusable", errorFacts(error));
        wasTold = true;
      }
      await sleep(core.config.timing.pollMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await watching;
  };
}
