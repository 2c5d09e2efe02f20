import { loadTables } from "#core/screening/load-tables.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";

/** Prints what it takes to read all tables and rules of screening in a process that has none yet. */
const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers - Math.min(external, arrayBuffers)) / 1_000_000;
};
const before = memory();
const began = performance.now();
loadTables();
void packPolicies().find.inbound;
const ms = performance.now() - began;
process.stdout.write(JSON.stringify({ ms, mb: memory() - before }));
