import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

export interface FoundMessage {
  readonly text: string;
  readonly line: number;
  /** What is handed over to stand in its placeholders; undefined where that cannot be read off the source. */
  readonly values: readonly string[] | undefined;
}

export interface Findings {
  readonly messages: readonly FoundMessage[];
  /** Said at the top of a file, before anybody reads it. */
  readonly tooEarly: readonly number[];
  /** Texts for people that are in no catalogue. */
  readonly bare: readonly { readonly text: string; readonly line: number }[];
}

/** As far as this file needs them, the nodes of ESTree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const SAYS: ReadonlySet<string> = new Set(["t", "tn", "msg"]);
const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
/** What is in these is for developers, for the log, or published with localisations of its own. */
const NOT_FOR_MEMBERS =
  /^(Error|TypeError|failed|record|info|warn|error|has|startsWith|endsWith|includes|setName|setDescription|addChoices|DisplayNames|DateTimeFormat)$/;
const LABELS = /^(label|title|hint|placeholder|footer|detail|nextStep)$/;
const REFERENCE = /^ref \{\}$/;
const SENTENCE = /\p{L}{2,}[,.:;!?]?\**[ \n]\**[\p{L}{]/u;
const WORD = /\p{L}{2,}/u;

const calledName = ({ callee }: Node): string => {
  if (!isNode(callee)) return "";
  if (callee.type === "Identifier") return String(callee.name);
  const { property } = callee;
  return isNode(property) && property.type === "Identifier" ? String(property.name) : "";
};

/** A text that is written out; holes of a template are shown as {}. */
function writtenText(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = node.quasis as readonly { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join("{}");
}

const keysOf = (node: unknown): readonly string[] | undefined => {
  if (node === undefined) return [];
  if (!isNode(node) || node.type !== "ObjectExpression") return undefined;
  const keys: string[] = [];
  for (const property of node.properties as readonly Node[]) {
    if (property.type !== "Property" || !isNode(property.key)) return undefined;
    keys.push(String(property.key.name ?? property.key.value));
  }
  return keys;
};

/** The messages of a source file, and what is wrong with how it says them. */
export function messagesIn(file: string, source = readFileSync(file, "utf8")): Findings {
  const messages: FoundMessage[] = [];
  const tooEarly: number[] = [];
  const bare: { text: string; line: number }[] = [];
  const lineOf = (at: number) => source.slice(0, at).split("\n").length;

  function said(call: Node, name: string): void {
    const args = call.arguments as readonly Node[];
    const texts = name === "tn" ? args.slice(1, 3) : args.slice(0, 1);
    const given = keysOf(name === "msg" ? undefined : args[name === "tn" ? 3 : 1]);
    for (const node of texts) {
      const text = writtenText(node);
      if (text === undefined) continue;
      const counted = name === "tn" ? ["n"] : [];
      const values = name === "msg" || given === undefined ? undefined : [...counted, ...given];
      messages.push({ text, line: lineOf(call.start), values });
    }
  }

  /** `free` = inside a function; `label` = the name of the property whose value this is. */
  function walk(node: Node, free: boolean, label: string): void {
    if (/^(Import|Export(All|Named))/.test(node.type) && node.declaration == null) return;
    if (node.type.startsWith("TS") && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return;
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const name = calledName(node);
      if (SAYS.has(name)) {
        said(node, name);
        if (name !== "msg" && !free) tooEarly.push(lineOf(node.start));
        for (const arg of (node.arguments as readonly Node[]).slice(name === "tn" ? 3 : 1))
          walk(arg, free, "");
        return;
      }
      if (NOT_FOR_MEMBERS.test(name)) return;
      // Titles of forms, and lines, may be one word.
      for (const arg of name === "modal" || name === "line" ? (node.arguments as readonly Node[]) : [])
        if (WORD.test(writtenText(arg) ?? "") && /^[A-Z]/.test(writtenText(arg) ?? ""))
          bare.push({ text: writtenText(arg) ?? "", line: lineOf(arg.start) });
    }
    const text = writtenText(node);
    if (
      text !== undefined &&
      !REFERENCE.test(text) &&
      (SENTENCE.test(text) || (LABELS.test(label) && WORD.test(text)))
    )
      bare.push({ text, line: lineOf(node.start) });
    const inside = free || FUNCTIONS.test(node.type);
    for (const [key, value] of Object.entries(node)) {
      if (node.type === "Property" && key === "key") continue;
      const named = node.type === "Property" && isNode(node.key) ? String(node.key.name ?? "") : "";
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) walk(child, inside, node.type === "Property" ? named : "");
    }
  }

  walk(parseSync(file, source).program as unknown as Node, false, "");
  return { messages, tooEarly, bare };
}
