import { type LockRequest, takeLock } from "#core/foundation/store/daemon-lock.ts";

/** Takes the lock that its argument (JSON) describes, prints "holding", and keeps it until it is killed. */
const request = JSON.parse(process.argv[2] ?? "") as LockRequest;
const lock = await takeLock(request);
if ("heldBy" in lock) throw new Error(`held by ${lock.heldBy}`);
process.stdout.write("holding\n");
setInterval(() => undefined, 60_000);
