import { fileURLToPath } from "node:url";

/** A file or folder that comes with Curbside in registries/ at the root, for the source and for dist/. */
export function shippedPath(name: string): string {
  const up = import.meta.url.includes("/dist/src/core/")
    ? "../../../../../registries/"
    : "../../../../registries/";
  return fileURLToPath(new URL(`${up}${name}`, import.meta.url));
}
