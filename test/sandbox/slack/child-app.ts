import { SocketModeClient } from "@slack/socket-mode";
import { APP_TOKEN, quiet } from "./rig.ts";

/** A process to be killed: prints every message it gets, and never acknowledges one that starts with "hold". */
const client = new SocketModeClient({
  appToken: APP_TOKEN,
  logger: quiet,
  clientOptions: { slackApiUrl: process.argv[2] ?? "", retryConfig: { retries: 100 } },
});
client.on("message", ({ ack, event, retry_num }) => {
  console.log(`got ${event.text} retry ${retry_num}`);
  if (!String(event.text).startsWith("hold")) void ack();
});
await client.start();
console.log("started");
