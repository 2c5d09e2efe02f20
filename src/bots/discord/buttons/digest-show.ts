import { showDigest } from "#core/rhythm/show-digest.ts";
import { digestContentFace } from "../cards/digest.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const digestShow = {
  verb: "digest-show",
  reply: "private",
  changes: false,
  access: "member.digest",
  async run({ core, actor, subjectId }) {
    const [, week = ""] = subjectId.split("/");
    return show(digestContentFace(await showDigest(core, { actor, week })));
  },
} satisfies DiscordButton;
