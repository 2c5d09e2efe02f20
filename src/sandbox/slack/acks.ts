import { checkBlocks } from "./check-blocks.ts";
import { checkView } from "./check-view.ts";
import { InteractionFailed } from "./errors.ts";
import { isObj, listAt, objAt, textAt } from "./json.ts";
import { makeMessage, postMessage, showMessage } from "./messages.ts";
import type { Channel, InstalledApp, PersonRecord, StoredView } from "./model.ts";
import { closeModal, closeModals, openModal, showForm, updateView } from "./views.ts";
import type { World } from "./world.ts";

/** What a person sees after sending a form. */
export type SubmitResult = "closed" | "errors" | "updated" | "pushed" | "cleared";

/** Does what the app answered to a sent form. A broken answer shows the person an error, as Slack does. */
export function applySubmitAck(
  world: World,
  person: PersonRecord,
  stored: StoredView,
  payload: unknown,
): SubmitResult {
  const answer = isObj(payload) ? payload : {};
  switch (answer.response_action) {
    case undefined:
      closeModal(world, person, stored);
      return "closed";
    case "clear":
      closeModals(world, person, true);
      return "cleared";
    case "errors":
      applyErrors(world, stored, objAt(answer, "errors"));
      return "errors";
    case "update":
      refuseBrokenView(answer.view);
      updateView(world, stored, objAt(answer, "view"));
      return "updated";
    case "push":
      refuseBrokenView(answer.view);
      openModal(world, stored.app, person, objAt(answer, "view"), true);
      return "pushed";
    default:
      throw new InteractionFailed("We had some trouble connecting. Try again?");
  }
}

function applyErrors(world: World, stored: StoredView, errors: Record<string, unknown>): void {
  const inputs = listAt(stored.view, "blocks").filter((block) => block.type === "input");
  const known = new Set(inputs.map((block) => textAt(block, "block_id")));
  const entries = Object.entries(errors);
  if (
    entries.length === 0 ||
    entries.some(([blockId, text]) => !known.has(blockId) || typeof text !== "string")
  ) {
    throw new InteractionFailed("We had some trouble connecting. Try again?");
  }
  stored.errors = Object.fromEntries(entries.map(([blockId, text]) => [blockId, String(text)]));
  showForm(world, stored, "form-error");
}

function refuseBrokenView(view: unknown): void {
  if (checkView(view, "modal", "/view").length > 0) {
    throw new InteractionFailed("We had some trouble connecting. Try again?");
  }
}

/** Shows what the app answered to a slash command, when it answered with a message. */
export function applyCommandAck(
  world: World,
  app: InstalledApp,
  person: PersonRecord,
  channel: Channel,
  payload: unknown,
): void {
  const answer = isObj(payload) ? payload : {};
  const blocks = Array.isArray(answer.blocks) ? listAt(answer, "blocks") : undefined;
  const text = textAt(answer, "text");
  if (text === "" && !blocks) return;
  if (blocks && checkBlocks(blocks, "/blocks", 50).length > 0) {
    throw new InteractionFailed("The app sent a message that Slack could not show.");
  }
  const message = { user: app.botUserId, botId: app.botId, appId: app.appId, text, blocks };
  if (answer.response_type === "in_channel") {
    postMessage(world, channel, message);
    return;
  }
  const own = makeMessage(world, channel, { ...message, onlyFor: person.id });
  world.ephemerals.push(own);
  showMessage(world, channel, own, "message");
}
