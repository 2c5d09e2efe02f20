import { applyCommandAck, applySubmitAck, type SubmitResult } from "./acks.ts";
import { controlsOf, plain } from "./controls.ts";
import { actionOf, type FieldValue, filledValue, refusedFields } from "./fields.ts";
import type { Spot } from "./find-control.ts";
import { messageAction, slashCommand, viewAction, viewSubmission } from "./interactions.ts";
import { listAt, type Obj, objAt } from "./json.ts";
import type { Channel, InstalledApp, PersonRecord, StoredMessage, StoredView } from "./model.ts";
import { notThere } from "./screen.ts";
import type { World } from "./world.ts";

/** Uses a control: tells the app behind the message or view, and waits for its acknowledgement. */
export async function use(
  world: World,
  person: PersonRecord,
  spot: Spot,
  value: Obj | undefined,
): Promise<void> {
  const action = actionOf(spot.control, value);
  if (spot.kind === "view") {
    const body = viewAction(world, person, spot.view, action);
    await world.pushes.interact(spot.view.app, "interactive", body, person.id);
    return;
  }
  const app = spot.message.appId === undefined ? undefined : world.apps.get(spot.message.appId);
  if (!app) throw new Error(`no app stands behind "${spot.control.label}"`);
  const body = messageAction(world, app, person, spot.message, action);
  await world.pushes.interact(app, "interactive", body, person.id);
}

/** Fills fields of the form on top, by label. Throws for a field or option that is not there. */
export function fillForm(world: World, person: PersonRecord, fields: Record<string, FieldValue>): void {
  const top = topForm(world, person);
  const controls = controlsOf(listAt(top.view, "blocks"));
  for (const [label, value] of Object.entries(fields)) {
    const control = controls.find((one) => one.label === label && one.element.type !== "button");
    if (!control) throw notThere(world, person, label);
    top.state[control.blockId] = {
      ...top.state[control.blockId],
      [control.actionId]: filledValue(control, value),
    };
  }
}

/** Sends the form on top and does what the app answers. Throws what Slack's own client refuses to send. */
export async function sendForm(world: World, person: PersonRecord): Promise<SubmitResult> {
  const top = topForm(world, person);
  if (plain(objAt(top.view, "submit")) === "") throw notThere(world, person, "submit button");
  const refused = Object.entries(refusedFields(controlsOf(listAt(top.view, "blocks")), top.state));
  if (refused.length > 0) throw new Error(refused.map(([label, why]) => `${label}: ${why}`).join(" "));
  top.errors = {};
  const body = viewSubmission(world, person, top);
  const payload = await world.pushes.interact(top.app, "interactive", body, person.id);
  return applySubmitAck(world, person, top, payload);
}

/** Uses a slash command. Throws when no app of the workspace has it. */
export async function useCommand(
  world: World,
  person: PersonRecord,
  channel: Channel,
  name: string,
  text: string,
): Promise<void> {
  const app = world.appsOf(channel.teamId).find((one) => one.commands.includes(name));
  if (!app) throw new Error(`${name} is not a valid command`);
  const body = slashCommand(world, app, person, channel, name, text);
  const payload = await world.pushes.interact(app, "slash_commands", body, person.id);
  applyCommandAck(world, app, person, channel, payload);
}

export function topForm(world: World, person: PersonRecord): StoredView {
  const top = person.modals.at(-1);
  if (!top) throw notThere(world, person, "open form");
  return top;
}

/** The workspace's app of that id, or its first one. */
export function appOf(world: World, person: PersonRecord, appId: string | undefined): InstalledApp {
  const apps = world.appsOf(person.teamId);
  const app = appId === undefined ? apps[0] : apps.find((one) => one.appId === appId);
  if (!app) throw new Error(`${person.displayName}'s workspace has no such app`);
  return app;
}

/** A channel this person may write in now. */
export function memberOf(world: World, person: PersonRecord, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel || !world.canSee(person, channel)) throw notThere(world, person, channelId);
  if (!channel.members.has(person.id)) {
    throw new Error(`${person.displayName} is not a member of #${channel.name}; join first`);
  }
  if (channel.archived) throw new Error(`#${channel.name} is archived`);
  return channel;
}

/** A message that this person wrote. */
export function ownMessage(
  world: World,
  person: PersonRecord,
  ts: string,
): { channel: Channel; message: StoredMessage } {
  for (const channel of world.channels.values()) {
    const message = channel.messages.find((one) => one.ts === ts && one.user === person.id && !one.deleted);
    if (message) return { channel, message };
  }
  throw notThere(world, person, `own message ${ts}`);
}

export function shortcutOf(
  world: World,
  person: PersonRecord,
  name: string,
  type: "global" | "message",
): { app: InstalledApp; callbackId: string } {
  for (const app of world.appsOf(person.teamId)) {
    const shortcut = app.shortcuts.find((one) => one.name === name && one.type === type);
    if (shortcut && app.scopes.has("commands")) return { app, callbackId: shortcut.callbackId };
  }
  throw new Error(`${person.displayName} has no ${type} shortcut "${name}"`);
}
