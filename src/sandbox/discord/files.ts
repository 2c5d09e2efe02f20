import { REFUSED } from "./errors.ts";
import type { Json, StoredFile } from "./model.ts";
import { list } from "./validate-values.ts";

const MOST = 10;
/** For each file: what `attachment_size_limit` of an interaction says where nobody pays for more. */
export const LARGEST_FILE = 10_485_760;

/** A part `files[n]` of a request. */
export interface Upload {
  readonly n: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The parts of a form that are files; Discord reads no file of another name than `files[n]`. */
export async function uploadsOf(form: FormData): Promise<readonly Upload[]> {
  const uploads: Upload[] = [];
  for (const [key, value] of form) {
    const n = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (n === undefined || typeof value === "string") continue;
    uploads.push({ n, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return uploads;
}

/**
 * What is attached after a request: of what stood, that which `attachments` names, or all of it where that is not given; and what
 * came. Refuses more than 10 files, one that is too large, and a name for what is not there.
 */
export function filesAfter(
  body: Json,
  { standing = [], uploads = [] }: { standing?: readonly StoredFile[]; uploads?: readonly Upload[] },
  nextId: () => string,
): readonly StoredFile[] {
  if (uploads.some(({ bytes }) => bytes.length > LARGEST_FILE)) throw REFUSED.tooLarge();
  const named = body.attachments == null ? undefined : list(body.attachments).map(({ id }) => String(id));
  for (const id of named ?? [])
    if (!uploads.some(({ n }) => n === id) && !standing.some((file) => file.id === id))
      throw REFUSED.form("attachments", `There is no attachment ${id}.`);
  const stays = standing.filter(({ id }) => named === undefined || named.includes(id));
  if (stays.length + uploads.length > MOST)
    throw REFUSED.form("attachments", `Must be ${MOST} or fewer in length.`);
  return [...stays, ...uploads.map(({ name, bytes }) => ({ id: nextId(), name, bytes }))];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** What a person reads who opens a file: of a page its words, of all else what is in it. */
export function readable({ name, bytes }: StoredFile): string {
  const text = Buffer.from(bytes).toString("utf8");
  if (!name.endsWith(".html")) return text;
  return text
    .replace(/<(style|title|script)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\n\s*/g, "\n")
    .trim();
}
