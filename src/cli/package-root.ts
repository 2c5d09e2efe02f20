import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of package.json, from src/ as well as from dist/. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json is missing beside the program");
    folder = parent;
  }
  return folder;
}
