import { myDigest } from "#core/rhythm/my-digest.ts";
import { digestWhenModal } from "../forms/digest-when.ts";
import type { DiscordButton } from "../press.ts";

export const digestWhen = {
  verb: "digest-when",
  reply: "form",
  changes: false,
  access: "member.digest",
  run: async ({ core, actor }) => digestWhenModal(await myDigest(core, { actor })),
} satisfies DiscordButton;
