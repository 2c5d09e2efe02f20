import type { SubmitResult } from "./acks.ts";
import {
  appOf,
  fillForm,
  memberOf,
  ownMessage,
  sendForm,
  shortcutOf,
  topForm,
  use,
  useCommand,
} from "./acts.ts";
import { type Control, controlsOf, plain } from "./controls.ts";
import { InteractionFailed } from "./errors.ts";
import { homeOpened } from "./events.ts";
import { type FieldValue, filledValue } from "./fields.ts";
import { findControl, type Where } from "./find-control.ts";
import { globalShortcut, messageAction, messageShortcut, viewClosed } from "./interactions.ts";
import { listAt, type Obj, objAt } from "./json.ts";
import { joinChannel, leaveChannel } from "./membership.ts";
import { changeMessage, postMessage, removeMessage } from "./messages.ts";
import type { PersonRecord } from "./model.ts";
import { viewText } from "./render.ts";
import {
  formOf,
  homesOf,
  notThere,
  type OpenForm,
  type ScreenPlace,
  screenOf,
  visibleMessages,
} from "./screen.ts";
import { typedMessage } from "./typed.ts";
import { closeModals, openModal } from "./views.ts";
import type { World } from "./world.ts";

/**
 * Somebody who uses Slack. Every act is one that a person could do now: a wrong one throws and says what is on the
 * screen. Acts resolve when the app has acknowledged, and reject with InteractionFailed when it did not in time.
 */
export class SlackPerson {
  readonly id: string;
  readonly name: string;
  #world: World;
  #record: PersonRecord;

  constructor(world: World, record: PersonRecord) {
    this.#world = world;
    this.#record = record;
    this.id = record.id;
    this.name = record.displayName;
  }

  /** What stands in each place that this person can open, newest last. */
  screen(): ScreenPlace[] {
    return screenOf(this.#world, this.#record);
  }

  /** The form on top, if one is open. */
  get form(): OpenForm | undefined {
    return formOf(this.#world, this.#record);
  }

  /** What App Home shows; "" when nothing was published. With several apps, name one. */
  homeText(appId?: string): string {
    return homesOf(this.#world, this.#record)
      .filter((view) => appId === undefined || view.app.appId === appId)
      .map((view) => viewText(view, this.#world.names))
      .join("\n");
  }

  /** Resolves once `condition` holds, checked after every change on any screen. Rejects after `withinMs` real ms. */
  when(condition: () => boolean, options: { withinMs?: number } = {}): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = this.#world.onChange(() => {
        if (!condition()) return;
        stop();
        cancel();
        resolve();
      });
      const cancel = this.#world.timers.after(options.withinMs ?? 10_000, () => {
        stop();
        reject(notThere(this.#world, this.#record, String(condition)));
      });
    });
  }

  /** Presses a button (and confirms, unless `decline`). In a form, the labels of its own buttons work too. */
  async press(label: string, where: Where & { decline?: boolean } = {}): Promise<void> {
    const top = this.#record.modals.at(-1);
    const own = top && controlsOf(listAt(top.view, "blocks")).some((control) => control.label === label);
    if (top && !own && plain(objAt(top.view, "submit")) === label) {
      await this.submit({});
      return;
    }
    if (top && !own && (plain(objAt(top.view, "close")) || "Close") === label) return this.close();
    const spot = findControl(this.#world, this.#record, label, where, isButton);
    if (where.decline) {
      if (spot.control.element.confirm === undefined) throw new Error(`"${label}" asks for no confirmation`);
      return;
    }
    await use(this.#world, this.#record, spot, undefined);
  }

  /** Presses what no screen shows, under a message of the app, as a client of somebody's own making could. */
  async forgePress(channelId: string, ts: string, pressed: { action_id: string; value: string }) {
    const message = this.#world.channel(channelId).messages.find((one) => one.ts === ts);
    const app = message && this.#world.apps.get(message.appId ?? "");
    if (!app) throw notThere(this.#world, this.#record, `message ${ts}`);
    const text = { type: "plain_text", text: pressed.action_id, emoji: false };
    const action = { type: "button", block_id: "forged", text, ...pressed };
    const body = messageAction(this.#world, app, this.#record, message, action);
    await this.#world.pushes.interact(app, "interactive", body, this.id);
  }

  /** Opens a form that the app never showed, to be sent. */
  forgeForm(view: Obj): void {
    openModal(this.#world, appOf(this.#world, this.#record, undefined), this.#record, view, false);
  }

  /** Chooses in a select, radio group, checkbox group or overflow menu ("…"), by the labels on the screen. */
  async choose(label: string, value: FieldValue, where: Where = {}): Promise<void> {
    const spot = findControl(this.#world, this.#record, label, where, (control) => !isButton(control));
    const filled = filledValue(spot.control, value);
    const { blockId, actionId, element } = spot.control;
    if (element.type !== "overflow") {
      const state = spot.kind === "message" ? spot.message.inputs : spot.view.state;
      state[blockId] = { ...state[blockId], [actionId]: filled };
    }
    if (spot.control.dispatches) await use(this.#world, this.#record, spot, filled);
  }

  /** Fills fields of the open form by label, without sending. */
  fill(fields: Record<string, FieldValue>): void {
    fillForm(this.#world, this.#record, fields);
  }

  /** Fills the open form and sends it. Throws when Slack itself refuses (a required field is empty). */
  async submit(fields: Record<string, FieldValue> = {}): Promise<SubmitResult> {
    this.fill(fields);
    return sendForm(this.#world, this.#record);
  }

  /** Closes the form on top (or all). The app is told only when it asked to be. */
  async close(options: { all?: boolean } = {}): Promise<void> {
    const top = topForm(this.#world, this.#record);
    const all = options.all === true || top.view.clear_on_close === true;
    for (const closed of closeModals(this.#world, this.#record, all)) {
      if (closed.view.notify_on_close !== true) continue;
      const body = viewClosed(this.#world, this.#record, closed, all);
      await this.#world.pushes.interact(closed.app, "interactive", body, this.id).catch(ignoreClosed);
    }
  }

  /** Opens the app's home, or its messages tab. With several apps, name one. */
  openHome(options: { appId?: string; tab?: "home" | "messages" } = {}): void {
    homeOpened(this.#world, appOf(this.#world, this.#record, options.appId), this.id, options.tab ?? "home");
  }

  /** The direct conversation with an app. */
  dm(appId?: string): string {
    return this.#world.directChannel(appOf(this.#world, this.#record, appId), this.id).id;
  }

  /** Types a message. `@Name` of a person or app becomes a real mention. Returns its timestamp. */
  type(channelId: string, text: string, options: { thread?: string } = {}): string {
    const channel = memberOf(this.#world, this.#record, channelId);
    const parent = options.thread;
    if (parent && !visibleMessages(this.#world, this.#record, channel).some((one) => one.ts === parent)) {
      throw notThere(this.#world, this.#record, `thread ${parent}`);
    }
    return postMessage(this.#world, channel, typedMessage(this.#world, this.#record, text, parent)).ts;
  }

  /** Edits an own message. */
  edit(ts: string, text: string): void {
    const { channel, message } = ownMessage(this.#world, this.#record, ts);
    const { text: escaped, blocks } = typedMessage(this.#world, this.#record, text, undefined);
    changeMessage(this.#world, channel, message, { text: escaped, blocks, by: this.id });
  }

  /** Deletes an own message. */
  remove(ts: string): void {
    const { channel, message } = ownMessage(this.#world, this.#record, ts);
    removeMessage(this.#world, channel, message, this.id);
  }

  /** Uses a slash command in a channel. */
  async command(name: string, text: string, channelId: string): Promise<void> {
    const channel = memberOf(this.#world, this.#record, channelId);
    await useCommand(this.#world, this.#record, channel, name, text);
  }

  /** Uses a shortcut from a message's menu. */
  async messageShortcut(name: string, channelId: string, ts: string): Promise<void> {
    const { app, callbackId } = shortcutOf(this.#world, this.#record, name, "message");
    const channel = memberOf(this.#world, this.#record, channelId);
    const message = visibleMessages(this.#world, this.#record, channel).find((one) => one.ts === ts);
    if (!message || message.onlyFor) throw notThere(this.#world, this.#record, `message ${ts}`);
    const body = messageShortcut(this.#world, app, this.#record, callbackId, message);
    await this.#world.pushes.interact(app, "interactive", body, this.id);
  }

  /** Uses a shortcut from the shortcuts menu. */
  async globalShortcut(name: string): Promise<void> {
    const { app, callbackId } = shortcutOf(this.#world, this.#record, name, "global");
    const body = globalShortcut(this.#world, app, this.#record, callbackId);
    await this.#world.pushes.interact(app, "interactive", body, this.id);
  }

  join(channelId: string): void {
    const channel = this.#world.channel(channelId);
    if (!this.#world.canSee(this.#record, channel)) throw new Error(`${this.name} cannot see that channel`);
    joinChannel(this.#world, channel, this.id);
  }

  leave(channelId: string): void {
    leaveChannel(this.#world, memberOf(this.#world, this.#record, channelId), this.id);
  }
}

function isButton(control: Control): boolean {
  return control.element.type === "button";
}

/** Closing a form never fails for the person: nobody waits for the app's answer. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof InteractionFailed)) throw error;
}
