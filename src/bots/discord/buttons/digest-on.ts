import { chooseDigest } from "#core/rhythm/choose-digest.ts";
import { myDigest } from "#core/rhythm/my-digest.ts";
import { myDigestFace } from "../cards/digest.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const digestOn = {
  verb: "digest-on",
  reply: "private",
  changes: true,
  access: "member.digest",
  async run({ core, handling, actor }) {
    await chooseDigest(handling, { actor, platform: "discord" });
    return show(myDigestFace(await myDigest(core, { actor })));
  },
} satisfies DiscordButton;
