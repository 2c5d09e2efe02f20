import type { Actor } from "#core/access.ts";

/** An account, in its platform's own ids. Whoever writes from it needs no code for what was decided about it. */
export interface FromAccount {
  readonly platform: string;
  readonly accountId: string;
  /** Only what was decided in the community of this space counts; without it, in all of them. */
  readonly spaceId?: string;
}

/**
 * How somebody shows that a decision is about them: by its code, from wherever they can write; as the member, by the button on
 * the notice; or from the account that it is about. Which decision is meant must be said where there are several.
 */
export type Proof =
  | { readonly code: string; readonly from?: FromAccount }
  | { readonly actor: Actor; readonly decisionId: string }
  | { readonly from: FromAccount; readonly decisionId?: string };
