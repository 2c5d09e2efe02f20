import { controlsOf, optionLabel, optionsOf, plain, shownValue, stateValues } from "./controls.ts";
import { listAt, type Obj, objAt, textAt } from "./json.ts";
import type { Pinged, StoredMessage, StoredView, ViewState } from "./model.ts";
import { mergePings, type Names, pingsInMrkdwn, readMrkdwn, unescapeText } from "./mrkdwn.ts";
import { pingsInRichText, richTextLines } from "./rich-text.ts";

/** The readable text of a message: its blocks, or its text when it has none. */
export function messageText(message: StoredMessage, names: Names): string {
  const attachments = (message.attachments ?? []).flatMap((one) => [
    ...(textAt(one, "text") ? [readMrkdwn(textAt(one, "text"), names)] : []),
    ...blockLines(listAt(one, "blocks"), names, message.inputs),
  ]);
  if (message.blocks && message.blocks.length > 0) {
    return [...blockLines(message.blocks, names, message.inputs), ...attachments].join("\n");
  }
  const body = message.mrkdwn ? readMrkdwn(message.text, names) : unescapeText(message.text);
  return [body, ...attachments].filter((line) => line !== "").join("\n");
}

/** The readable text of a form or home: title, blocks, errors under their fields, buttons at the foot. */
export function viewText(stored: StoredView, names: Names): string {
  const { view } = stored;
  const title = plain(objAt(view, "title"));
  const foot = [plain(objAt(view, "submit")), plain(objAt(view, "close"))].filter((label) => label !== "");
  return [
    ...(title ? [title] : []),
    ...blockLines(listAt(view, "blocks"), names, stored.state, stored.errors),
    ...(foot.length > 0 ? [foot.map((label) => `[${label}]`).join(" ")] : []),
  ].join("\n");
}

/** The lines of these blocks, with what was chosen in them and the errors under their inputs. */
export function blockLines(
  blocks: readonly Obj[],
  names: Names,
  chosen: ViewState,
  errors: Record<string, string> = {},
): string[] {
  const values = stateValues(blocks, chosen);
  return blocks.flatMap((block) => {
    const error = errors[textAt(block, "block_id")];
    return [...oneBlock(block, names, values), ...(error ? [`! ${error}`] : [])];
  });
}

function oneBlock(block: Obj, names: Names, values: ViewState): string[] {
  const controls = controlLine(block, values);
  switch (block.type) {
    case "section":
      return [
        ...textLine(objAt(block, "text"), names),
        ...listAt(block, "fields").flatMap((field) => textLine(field, names)),
        ...controls,
      ];
    case "header":
      return textLine(objAt(block, "text"), names);
    case "context":
      return listAt(block, "elements").flatMap((element) =>
        element.type === "image" ? [`(${textAt(element, "alt_text")})`] : textLine(element, names),
      );
    case "image":
      return [plain(objAt(block, "title")), `(${textAt(block, "alt_text")})`].filter((line) => line !== "");
    case "rich_text":
      return richTextLines(block, names);
    case "markdown":
      return [textAt(block, "text")];
    case "input": {
      const hint = plain(objAt(block, "hint"));
      return [...controls, ...(hint ? [hint] : [])];
    }
    default:
      return controls;
  }
}

function textLine(textObject: Obj, names: Names): string[] {
  const text = textAt(textObject, "text");
  if (text === "") return [];
  return [textObject.type === "mrkdwn" ? readMrkdwn(text, names) : unescapeText(text)];
}

function controlLine(block: Obj, values: ViewState): string[] {
  const buttons: string[] = [];
  const lines: string[] = [];
  for (const control of controlsOf([block])) {
    const options = optionsOf(control.element).map(optionLabel);
    if (control.element.type === "button") {
      buttons.push(`[${control.label}]`);
    } else if (control.element.type === "overflow") {
      buttons.push(`[… ${options.join(" | ")}]`);
    } else {
      const shown = shownValue(values[control.blockId]?.[control.actionId]) || "____";
      lines.push(`${control.label}: ${shown}${options.length > 0 ? ` (${options.join(" | ")})` : ""}`);
    }
  }
  return [...lines, ...(buttons.length > 0 ? [buttons.join(" ")] : [])];
}

/** Everyone a message notifies: mentions in its text (formatting on) and in its blocks. */
export function pingsOf(message: {
  text: string;
  blocks: Obj[] | undefined;
  linkNames: boolean;
  mrkdwn: boolean;
}): Pinged {
  const found = (message.blocks ?? []).flatMap(blockPings);
  if (message.mrkdwn) found.push(pingsInMrkdwn(message.text, message.linkNames));
  return mergePings(found);
}

function blockPings(block: Obj): Pinged[] {
  if (block.type === "rich_text") return [pingsInRichText(block)];
  const texts = [objAt(block, "text"), ...listAt(block, "fields"), ...listAt(block, "elements")];
  return texts
    .filter((text) => text.type === "mrkdwn")
    .map((text) => pingsInMrkdwn(textAt(text, "text"), false));
}
