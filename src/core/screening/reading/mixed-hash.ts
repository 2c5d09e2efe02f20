/**
 * One number from several, spread over all 32 bits: where the weights of a feature lie. The tables were trained with it
 * and must be trained again when it changes.
 */
export function mixedHash(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2d);
  return hash ^ (hash >>> 15);
}
