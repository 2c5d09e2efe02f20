import { measureCrossing } from "./crossing.ts";
import { lineOf } from "./figures.ts";
import { measureStartUp } from "./start-up.ts";

/** `npm run bench`: every figure as a ratio to a peer of the same run. Exits with 1 when one misses its target. */
const json = process.argv.includes("--json");
const figures = [...measureStartUp(), ...(await measureCrossing())];
if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const one of figures) process.stdout.write(`${lineOf(one)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
