/** Where a table of screening lies: in tables/ at the root of the project, for the source and for dist/. */
export function tableFile(name: string): URL {
  const up = import.meta.url.includes("/dist/src/core/") ? "../../../../tables/" : "../../../tables/";
  return new URL(up + name, import.meta.url);
}
