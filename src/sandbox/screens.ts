import type { Expectation } from "./scenario.ts";
import type { Seen } from "./seen.ts";

/** What everybody has seen, and what stands on their screens now. */
export interface Screens {
  readonly seen: readonly Seen[];
  add(seen: Seen): void;
  /** What stands now and matches where an expectation looks. */
  standing(where: Pick<Expectation, "platform" | "place">, viewer: string | undefined): Seen[];
  /** Resolves at the next thing that anybody sees, or after `ms`. */
  changed(ms: number): Promise<void>;
}

export function createScreens(): Screens {
  const seen: Seen[] = [];
  const now = new Map<string, Seen>();
  const waiting = new Set<() => void>();
  return {
    seen,
    add(one) {
      seen.push(one);
      const key = `${one.platform}/${one.ref}`;
      if (one.kind === "removed") now.delete(key);
      else now.set(key, one);
      for (const wake of [...waiting]) wake();
    },
    standing({ platform, place }, viewer) {
      // The inbox is a private line that the person opened: on screen it is told from others by its text alone.
      const wanted = place === "inbox" ? "private" : place;
      return [...now.values()].filter(
        (one) =>
          one.platform === platform &&
          (wanted === undefined || one.place === wanted) &&
          (viewer === undefined || one.viewers.includes(viewer)),
      );
    },
    changed(ms) {
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      });
    },
  };
}
