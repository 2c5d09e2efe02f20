import { InHand } from "#bots/in-hand.ts";

/** How many are remembered; the form of an older one opens empty. */
const MOST = 500;

/** What was just typed for friends, so that Edit opens with it. Only in memory, like drafts of questions. */
const typed = new InHand<string>(MOST);

interface Whose {
  readonly updateId: string;
  readonly memberId: string;
}

/** Of its writer alone: somebody else's press finds nothing. */
const keyOf = ({ updateId, memberId }: Whose): string => `${updateId}/${memberId}`;

export const rememberUpdate = (whose: Whose, text: string): void => typed.keep(keyOf(whose), text);

export const forgetUpdate = (whose: Whose): void => typed.forget(keyOf(whose));

export const updateInHand = (whose: Whose): string | undefined => typed.get(keyOf(whose));
