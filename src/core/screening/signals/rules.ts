import type { Direction } from "../screening.ts";
import type { Rule } from "./rule.ts";
import { ADVICE_RULES } from "./rules-advice.ts";
import { CONCERN_RULES } from "./rules-concern.ts";
import { DANGER_RULES } from "./rules-danger.ts";
import { EMERGENCY_RULES } from "./rules-emergency.ts";
import { METHOD_RULES } from "./rules-method.ts";
import { RED_FLAG_RULES } from "./rules-red-flags.ts";
import { SALES_RULES } from "./rules-sales.ts";
import { SELF_HARM_RULES } from "./rules-self-harm.ts";
import { SPANISH_RULES } from "./rules-spanish.ts";

/** Which rules run on which text: an answer may name red flags ("face drooping: call 911"), so it has its own. */
export const RULES: Readonly<Record<Direction, readonly Rule[]>> = {
  inbound: [
    ...SELF_HARM_RULES,
    ...METHOD_RULES,
    ...DANGER_RULES,
    ...EMERGENCY_RULES,
    ...RED_FLAG_RULES,
    ...SPANISH_RULES,
    ...CONCERN_RULES,
    ...SALES_RULES,
  ],
  answer: [...ADVICE_RULES, ...METHOD_RULES.filter((rule) => rule.kind === "method")],
};
