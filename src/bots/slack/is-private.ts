import type { WebClient } from "@slack/web-api";

/** Slack does not name a private place to an app; it says this instead. */
const NAMED_PRIVATE = /^(directmessage|privategroup|mpdm-.*)$/;
/** The form must open within three seconds of the press. */
const PATIENCE_MS = 1000;

interface Channel {
  readonly id: string;
  readonly name: string;
}

/** Whether everybody in the workspace can read a channel, as Slack says. Of a private one that the app is not in it says nothing. */
async function saidPublic(client: WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_private === false && found.is_im !== true && found.is_mpim !== true;
  } catch {
    return false;
  }
}

/** Whether a message stands where not everybody reads along. What cannot be learnt in time is taken for private. */
export async function isPrivate(client: WebClient, { id, name }: Channel): Promise<boolean> {
  if (!id.startsWith("C") || NAMED_PRIVATE.test(name)) return true;
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS).unref();
  });
  return !(await Promise.race([saidPublic(client, id), late]));
}
