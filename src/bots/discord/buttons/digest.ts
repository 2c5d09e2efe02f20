import { myDigest } from "#core/rhythm/my-digest.ts";
import { myDigestFace } from "../cards/digest.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const digest = {
  verb: "digest",
  reply: "private",
  changes: false,
  access: "member.digest",
  run: async ({ core, actor }) => show(myDigestFace(await myDigest(core, { actor }))),
} satisfies DiscordButton;
