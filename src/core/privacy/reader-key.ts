import type { Core } from "#core/core.ts";

/** Stands for whoever opens what others shared: who it is cannot be told from it. */
export const readerKey = ({ vault }: Pick<Core, "vault">, memberId: string): string =>
  vault.blindIndex("reading|reader", memberId);
