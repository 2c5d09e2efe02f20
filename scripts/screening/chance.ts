/** Numbers in 0..1 that are the same in every run (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Puts a list in another order, drawn with `random`. */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [own, other] = [list[i], list[j]];
    if (own === undefined || other === undefined) continue;
    list[i] = other;
    list[j] = own;
  }
}
