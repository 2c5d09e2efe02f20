import { checkBlocks } from "./check-blocks.ts";
import { plainText } from "./check-elements.ts";
import { anything, boolean, object, type Problem, problem, string } from "./checks.ts";
import { isObj, listAt } from "./json.ts";

const shared = {
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
};

const modal = object(
  { title: plainText(24), blocks: anything },
  {
    ...shared,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
);
const home = object({ blocks: anything }, shared);

/** Problems of a view of the wanted type; `at` is its JSON pointer. */
export function checkView(view: unknown, type: "modal" | "home", at: string): Problem[] {
  if (!isObj(view)) return problem("must provide an object", at);
  if (view.type === undefined) return problem("missing required field: type", at);
  if (view.type !== type) return problem(`unsupported type: ${String(view.type)}`, `${at}/type`);
  const problems = (type === "modal" ? modal : home)(view, at);
  if (view.blocks !== undefined) problems.push(...checkBlocks(view.blocks, `${at}/blocks`, 100));
  const hasInput = listAt(view, "blocks").some((block) => block.type === "input");
  if (type === "modal" && hasInput && view.submit === undefined) {
    problems.push(...problem("missing required field: submit", at));
  }
  return problems;
}
