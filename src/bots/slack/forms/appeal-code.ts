import { requireTry } from "#bots/code-tries.ts";
import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import type { Appealable } from "#core/moderation/appeals/appealable.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { hearingRefused } from "#core/moderation/appeals/hear-refused.ts";
import type { FromAccount } from "#core/moderation/appeals/proof.ts";
import { isUnderAppeal, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { kindOf } from "#core/moderation/decisions/action.ts";
import type { Field, Form } from "../markup.ts";
import type { SlackForm, Who } from "../press.ts";
import { appealFiled } from "./appeal.ts";
import { replied } from "./reply-to-appeal.ts";

/** The most that a list can have on Slack. */
const MOST = 100;

/** In the community of their workspace. */
export const fromAccount = (who: Who): FromAccount => ({ platform: "slack", ...who });

const choiceOf = ({ decisionId: value, action, rule, decidedAt, isUnderAppeal: again }: Appealable) => ({
  label: `${decidedAt.toISOString().slice(0, 10)}: we ${kindOf(action).did} (${rule})${again ? "; you asked already" : ""}`,
  value,
});

const WITH_CODE =
  "The code stands in the message about the decision. A different person looks at it again. With the same code you can say more later.";
const WITHOUT_CODE =
  "A different person looks at it again. You need no code from this account; what you send later is added to it.";

/** For whoever something was decided about, or who has the code of a decision, member or not any more. */
export function appealCodeForm(decisions: readonly Appealable[]): Form {
  const isKnown = decisions.length > 0;
  const which: Field = {
    id: "decision",
    label: "Which decision?",
    limit: 40,
    optional: true,
    choices: decisions.slice(0, MOST).map(choiceOf),
  };
  return {
    verb: "appeal-code",
    subject: "none",
    title: "Your appeal",
    pieces: [{ ours: isKnown ? WITHOUT_CODE : WITH_CODE }],
    fields: [
      ...(decisions.length > 1 ? [which] : []),
      {
        id: "code",
        label: "Code",
        limit: 12,
        hint: isKnown ? "Only for a decision about another account." : "Such as ABCD-1234.",
        ...(isKnown ? { optional: true } : {}),
      },
      { id: "text", label: "What did we get wrong?", limit: APPEAL_LIMIT, long: true },
    ],
  };
}

export const appealCodeSent = {
  verb: "appeal-code",
  changes: true,
  access: "anyone",
  blames: "code",
  fieldIds: { appeal: "text", reply: "text" },
  async run({ core, handling, who, fields }) {
    const { code = "", decision = "", text = "" } = fields;
    const from = fromAccount(who);
    const typed = code.trim();
    const proof =
      typed === "" ? { from, ...(decision === "" ? {} : { decisionId: decision }) } : { code: typed, from };
    if ("code" in proof) await hearingRefused(handling, { proof, text }, async () => requireTry(core, from));
    // It was filed before, so this is one more word on it; once it is decided, that refuses too.
    if (await isUnderAppeal(core, proof))
      return { form: replied(await replyToAppeal(handling, { ...proof, text })) };
    return { form: appealFiled(await fileAppeal(handling, { ...proof, text })) };
  },
} satisfies SlackForm;
