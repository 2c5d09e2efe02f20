import type { Support } from "./supports.ts";

/** To a friend: what the author told, as they saw it before it went. */
export interface CircleUpdateCard {
  readonly kind: "circle-update";
  readonly updateId: string;
  readonly community: string;
  readonly author: string;
  /** Undefined where the reader wishes that nothing of it is pushed: then it is behind Open. */
  readonly text: string | undefined;
  readonly canAnswer: boolean;
  readonly answered: Support | undefined;
}

/** To the author of an update: a friend's short support. */
export interface CircleSupportCard {
  readonly kind: "circle-support";
  readonly updateId: string;
  readonly community: string;
  readonly friend: string;
  readonly support: Support;
}
