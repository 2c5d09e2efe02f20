import { reportPeerModal } from "../forms/peer-report.ts";
import type { DiscordButton } from "../press.ts";

export const peerReport = {
  verb: "peer-report",
  reply: "form",
  changes: false,
  access: "report.file",
  run: async ({ core, subjectId }) => reportPeerModal(subjectId, core.rules()),
} satisfies DiscordButton;
