import type { Args } from "./args.ts";
import { blockTextLength, checkBlocks } from "./check-blocks.ts";
import { problemLine } from "./checks.ts";
import { ApiError } from "./errors.ts";
import { isObj, type Obj } from "./json.ts";

const MAX_TEXT = 40_000;
const MAX_BLOCK_TEXT = 13_200;
const MAX_ATTACHMENTS = 100;
const MAX_MARKDOWN = 12_000;
const MAX_METADATA_BYTES = 16 * 1024;

export type Content = {
  text: string;
  blocks: Obj[] | undefined;
  attachments: Obj[] | undefined;
  truncated: boolean;
};

/** What a call wants to say, checked. Throws the API's errors. Text above 40,000 characters is cut, not refused. */
export function contentOf(args: Args): Content {
  const blocks = args.list("blocks", "invalid_blocks_format");
  const attachments = args.list("attachments", "invalid_attachments");
  const text = args.text("text");
  if (args.has("markdown_text")) return markdownContent(args, text, blocks);
  if (text === "" && !blocks?.length && !attachments?.length) throw new ApiError("no_text");
  if (attachments && attachments.length > MAX_ATTACHMENTS) throw new ApiError("too_many_attachments");
  if (blocks) refuseBlocks(blocks);
  return { text: text.slice(0, MAX_TEXT), blocks, attachments, truncated: text.length > MAX_TEXT };
}

function markdownContent(args: Args, text: string, blocks: Obj[] | undefined): Content {
  const markdown = args.text("markdown_text");
  if (text !== "" || blocks) throw new ApiError("markdown_text_conflict");
  if (markdown.length > MAX_MARKDOWN) throw new ApiError("msg_too_long");
  return {
    text: markdown,
    blocks: [{ type: "markdown", text: markdown }],
    attachments: undefined,
    truncated: false,
  };
}

function refuseBlocks(blocks: Obj[]): void {
  const problems = checkBlocks(blocks, "/blocks", 50);
  if (problems.length > 0) {
    throw new ApiError("invalid_blocks", {
      errors: problems.map((one) => `${one.what} [json-pointer:${one.at}]`),
      response_metadata: { messages: problems.map(problemLine) },
    });
  }
  if (blockTextLength(blocks) > MAX_BLOCK_TEXT) throw new ApiError("msg_blocks_too_long");
}

/** The metadata argument: an event type and a payload object, at most 16 KiB. Undefined when missing. */
export function metadataOf(args: Args): Obj | undefined {
  const metadata = args.json("metadata", "invalid_metadata_format");
  if (metadata === undefined) return undefined;
  if (!isObj(metadata) || typeof metadata.event_type !== "string" || metadata.event_type === "") {
    throw new ApiError("invalid_metadata_format");
  }
  if (!isObj(metadata.event_payload)) throw new ApiError("invalid_metadata_format");
  if (Buffer.byteLength(JSON.stringify(metadata)) > MAX_METADATA_BYTES)
    throw new ApiError("metadata_too_large");
  return metadata;
}
