import type { Json, StoredMessage } from "./model.ts";

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

export interface Control {
  readonly label: string;
  readonly customId: string;
  readonly kind: "button" | "select";
  readonly disabled: boolean;
  readonly options: readonly { label: string; value: string }[];
}

/** Buttons and lists of a message at any depth, in reading order. */
export function controlsOf(components: readonly Json[]): Control[] {
  return components.flatMap((part): Control[] => {
    const inside = [
      ...controlsOf(list(part.components)),
      ...controlsOf(part.accessory ? [part.accessory as Json] : []),
    ];
    if (part.type === 2) return [...inside, controlOf(part, "button", part.label)];
    if (part.type === 3) return [...inside, controlOf(part, "select", part.placeholder)];
    return inside;
  });
}

function controlOf(part: Json, kind: Control["kind"], label: unknown): Control {
  const options = list(part.options).map((option) => ({
    label: String(option.label),
    value: String(option.value),
  }));
  const customId = String(part.custom_id ?? "");
  return { label: String(label ?? ""), customId, kind, disabled: part.disabled === true, options };
}

/** What text displays say, at any depth. */
function displays(components: readonly Json[]): string[] {
  return components.flatMap((part) => [
    ...(part.type === 10 ? [String(part.content)] : []),
    ...displays(list(part.components)),
  ]);
}

/** A person sees the letters, not the backslashes before them, and times in their own zone. */
function unescaped(text: string): string {
  return text
    .replace(
      /<t:(\d+)(?::\w)?>/g,
      (_all, seconds: string) =>
        `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`,
    )
    .replace(/\\([\\*_~`|<>#()\]@-])/g, "$1")
    .replace(/\*\*/g, "");
}

/** All that a person reads of a message, one line after another. */
export function messageText({
  content,
  embeds,
  components,
  files,
}: Pick<StoredMessage, "content" | "embeds" | "components" | "files">): string {
  const lines: string[] = [];
  if (content !== "") lines.push(content);
  for (const { title, description, fields = [], footer } of embeds) {
    if (title !== undefined) lines.push(title);
    if (description !== undefined) lines.push(description);
    for (const { name, value } of fields) lines.push(name, value);
    if (footer !== undefined && !/^ref \S+$/.test(footer.text)) lines.push(footer.text);
  }
  lines.push(...displays(components));
  for (const { name, bytes } of files) lines.push(`(file: ${name}, ${Math.ceil(bytes.length / 1024)} kB)`);
  const controls = controlsOf(components).map(({ label, kind, options }) =>
    kind === "button" ? `[${label}]` : `(${label}: ${options.map((option) => option.label).join(" / ")})`,
  );
  if (controls.length > 0) lines.push(controls.join(" "));
  return unescaped(lines.join("\n"));
}

export interface FormField {
  readonly label: string;
  readonly customId: string;
  readonly kind: "text" | "select";
  readonly required: boolean;
  readonly maxLength: number;
  /** In the older form of rows instead of labels. */
  readonly inRow: boolean;
  readonly options: readonly { label: string; value: string }[];
  /** How many of the options may be chosen. */
  readonly most: number;
  /** Of several choices all, with `SEVERAL` between them. */
  value: string;
}

/** What stands between several choices of one list. */
export const SEVERAL = "; ";

export interface OpenForm {
  readonly ref: string;
  readonly title: string;
  readonly customId: string;
  readonly fields: FormField[];
  readonly text: string;
}

export function formOf(ref: string, modal: Json): OpenForm {
  const labels = list(modal.components).filter((part) => part.type !== 10);
  const fields = labels.map((label): FormField => {
    const [row] = list(label.components);
    const input = (label.component ?? row ?? {}) as Json;
    const options = list(input.options).map((option) => ({
      label: String(option.label),
      value: String(option.value),
      chosen: option.default === true,
    }));
    return {
      label: String(label.label ?? input.label),
      inRow: row !== undefined,
      customId: String(input.custom_id),
      kind: input.type === 3 ? "select" : "text",
      required: input.required !== false,
      maxLength: typeof input.max_length === "number" ? input.max_length : 4000,
      options,
      most: Number(input.max_values ?? 1),
      value:
        input.type === 3
          ? options
              .filter(({ chosen }) => chosen)
              .map(({ value }) => value)
              .join(SEVERAL)
          : String(input.value ?? ""),
    };
  });
  const hints = labels.map((label) =>
    label.description === undefined ? "" : ` (${String(label.description)})`,
  );
  const text = [
    String(modal.title),
    ...displays(list(modal.components)),
    ...fields.map(({ label, value }, index) => `${label}${hints[index]}: ${value === "" ? "____" : value}`),
  ].join("\n");
  return { ref, title: String(modal.title), customId: String(modal.custom_id), fields, text };
}
