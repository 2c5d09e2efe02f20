import { t } from "#core/language/t.ts";
import type { exportFiles } from "#core/privacy/export-files.ts";
import { fileOf } from "../file-of.ts";
import { type Content, line } from "../markup.ts";

/** What is kept about whoever pressed, for them alone. */
export function exportContent(files: ReturnType<typeof exportFiles>): Content {
  const words = t(
    "This is what we keep about you. Download **export.html** and open it in your browser to read it; **export.json** holds the same for programs. It has your questions and your account in it, so keep it where only you can open it. We keep no copy.",
  );
  return { ...line(words), files: Object.entries(files).map(([name, text]) => fileOf(name, text)) };
}
