/** What an author may agree to, each by itself and never beforehand. */
export const USES = ["community", "providers", "library"] as const;
export type Use = (typeof USES)[number];

/** Changes with the words under which these are agreed to. */
export const USE_TEXT_VERSION = "experience-uses/1";

export const useOf = (stored: string): Use | undefined => USES.find((known) => known === stored);

/** Which uses hold now. */
export const usesIn = (
  rows: readonly { readonly use: string; readonly withdrawnAt: Date | null }[],
): Record<Use, boolean> => {
  const holds = (use: Use) => rows.some((row) => row.use === use && row.withdrawnAt === null);
  return { community: holds("community"), providers: holds("providers"), library: holds("library") };
};
