import { exportHtml } from "./export-html.ts";
import type { MemberExport } from "./export-member.ts";

/** The two files of an export, with the same content: one to read, one for programs. */
export const exportFiles = (content: MemberExport) =>
  ({
    "export.html": `${exportHtml(content)}\n`,
    "export.json": `${JSON.stringify(content, null, 2)}\n`,
  }) as const satisfies Readonly<Record<string, string>>;
