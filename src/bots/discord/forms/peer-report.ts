import { t } from "#core/language/t.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { reportPeer } from "#core/peers/pairs/report-peer.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For how the other of a pair behaves; the subject is the pair. */
export function reportPeerModal(pairId: string, rules: RuleBook): Modal {
  return modal("peer-report", pairId, t("Report this person"), reportFields(rules));
}

export const reportPeerForm = {
  verb: "peer-report",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ handling, actor, subjectId, fields }) {
    const { reason = "", rule } = fields;
    const filed = await reportPeer(handling, { actor, pairId: subjectId, reason, ...ruleFrom(rule) });
    return thanksFor(
      filed,
      t(
        "I don't read the thread: to show them a message, hold it, or right-click it, and choose Apps, then Report.",
      ),
    );
  },
} satisfies DiscordForm;
