import type { Core } from "#core/core.ts";
import { t } from "#core/language/t.ts";
import { type Appealable, appealableBy } from "#core/moderation/appeals/appealable.ts";
import type { FromAccount } from "#core/moderation/appeals/proof.ts";
import { kindOf } from "#core/moderation/decisions/action.ts";
import type { Option } from "./choices.ts";
import type { Who } from "./press.ts";

/** The most that a list can have on Discord. */
const MOST = 25;

/** In all communities: whoever is banned from one writes from elsewhere. Only they see what was decided about them. */
export const fromAccount = ({ accountId }: Who): FromAccount => ({ platform: "discord", accountId });

const labelOf = ({ community, action, rule, decidedAt, isUnderAppeal }: Appealable): string => {
  const day = decidedAt.toISOString().slice(0, 10);
  const more = isUnderAppeal ? t("; you asked already") : "";
  return t("{community}, {day}: we {did} ({rule}){more}", {
    community,
    day,
    did: t(kindOf(action).did),
    rule,
    more,
  }).slice(0, 100);
};

/** The decisions about an account that can be looked at again, to choose from. */
export async function appealChoices(core: Core, who: Who): Promise<Option[]> {
  const all = await appealableBy(core.db, core, fromAccount(who));
  return all.slice(0, MOST).map((one) => ({ label: labelOf(one), value: one.decisionId }));
}
