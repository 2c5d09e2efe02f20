import type { ViewOutput } from "@slack/bolt";
import { stateValues } from "./controls.ts";
import { ApiError } from "./errors.ts";
import { listAt, type Obj, textAt } from "./json.ts";
import { withBlockIds } from "./message-json.ts";
import type { InstalledApp, PersonRecord, StoredView } from "./model.ts";
import { viewText } from "./render.ts";
import type { World } from "./world.ts";

const MAX_STACK = 3;

/** Uses a trigger up. Throws the API's own errors for unknown, used and expired ones. */
export function takeTrigger(world: World, app: InstalledApp, triggerId: string): PersonRecord {
  const trigger = world.triggers.get(triggerId);
  if (!trigger || trigger.app !== app) throw new ApiError("invalid_trigger_id");
  if (trigger.used) throw new ApiError("exchanged_trigger_id");
  if (trigger.expiresAt <= world.clock.now()) throw new ApiError("expired_trigger_id");
  trigger.used = true;
  return world.person(trigger.personId);
}

function freshHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${world.ids.hex(8)}`;
}

/** Shows a new modal: as the only one, or on top of the open ones. */
export function openModal(
  world: World,
  app: InstalledApp,
  person: PersonRecord,
  view: Obj,
  onTop: boolean,
): StoredView {
  refuseTakenExternalId(world, view, undefined);
  if (onTop && person.modals.length >= MAX_STACK) throw new ApiError("push_limit_reached");
  if (!onTop) for (const open of person.modals.splice(0)) world.views.delete(open.id);
  const id = world.ids.next("V");
  const below = person.modals.at(-1);
  const stored: StoredView = {
    id,
    app,
    userId: person.id,
    type: "modal",
    view: withIds(world, view),
    hash: freshHash(world),
    state: {},
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    errors: {},
  };
  world.views.set(id, stored);
  person.modals.push(stored);
  showForm(world, stored, "form");
  return stored;
}

/** Replaces what a view shows. What a person had filled stays where block and action ids stay the same. */
export function updateView(world: World, stored: StoredView, view: Obj): void {
  refuseTakenExternalId(world, view, stored);
  stored.view = withIds(world, view);
  stored.hash = freshHash(world);
  stored.errors = {};
  if (stored.type === "home") showHome(world, stored, "edited");
  else showForm(world, stored, "form");
}

/** Publishes a person's App Home. */
export function publishHome(world: World, app: InstalledApp, person: PersonRecord, view: Obj): StoredView {
  const key = `${app.appId}:${person.id}`;
  const old = world.homes.get(key);
  if (old) {
    updateView(world, old, view);
    return old;
  }
  refuseTakenExternalId(world, view, undefined);
  const id = world.ids.next("V");
  const stored: StoredView = {
    id,
    app,
    userId: person.id,
    type: "home",
    view: withIds(world, view),
    hash: freshHash(world),
    state: {},
    rootId: id,
    previousId: undefined,
    errors: {},
  };
  world.homes.set(key, stored);
  world.views.set(id, stored);
  showHome(world, stored, "message");
  return stored;
}

/** Takes the top modal, or all, off the screen. */
export function closeModals(world: World, person: PersonRecord, all: boolean): StoredView[] {
  const closed = person.modals.splice(all ? 0 : -1);
  for (const view of closed) world.views.delete(view.id);
  world.changed();
  return closed;
}

/** Takes one modal off the screen, wherever it is in the stack. */
export function closeModal(world: World, person: PersonRecord, stored: StoredView): void {
  const index = person.modals.indexOf(stored);
  if (index === -1) return;
  person.modals.splice(index, 1);
  world.views.delete(stored.id);
  world.changed();
}

export function showForm(world: World, stored: StoredView, kind: "form" | "form-error"): void {
  world.saw({
    place: "private",
    channel: "",
    viewers: [stored.userId],
    from: stored.app.name,
    kind,
    text: viewText(stored, world.names),
    ref: stored.id,
  });
}

function showHome(world: World, stored: StoredView, kind: "message" | "edited"): void {
  world.saw({
    place: "home",
    channel: "",
    viewers: [stored.userId],
    from: stored.app.name,
    kind,
    text: viewText(stored, world.names),
    ref: stored.id,
  });
}

function withIds(world: World, view: Obj): Obj {
  return { ...view, blocks: withBlockIds(listAt(view, "blocks"), world.ids) };
}

function refuseTakenExternalId(world: World, view: Obj, self: StoredView | undefined): void {
  const externalId = textAt(view, "external_id");
  if (!externalId) return;
  for (const other of world.views.values()) {
    if (other !== self && textAt(other.view, "external_id") === externalId) {
      throw new ApiError("duplicate_external_id");
    }
  }
}

/** A view as the API and interactions show it, with `state.values`. */
export function viewJson(stored: StoredView) {
  const { view, app } = stored;
  return {
    id: stored.id,
    team_id: app.teamId,
    type: stored.type,
    blocks: structuredClone(listAt(view, "blocks")).map((block) => ({
      ...block,
      type: textAt(block, "type"),
    })),
    private_metadata: textAt(view, "private_metadata"),
    callback_id: textAt(view, "callback_id"),
    state: { values: typedValues(stored) },
    hash: stored.hash,
    title: plainText(view.title) ?? { type: "plain_text" as const, text: "View Title", emoji: true },
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    close: plainText(view.close) ?? null,
    submit: plainText(view.submit) ?? null,
    previous_view_id: stored.previousId ?? null,
    root_view_id: stored.rootId,
    app_id: app.appId,
    external_id: textAt(view, "external_id"),
    app_installed_team_id: app.teamId,
    bot_id: app.botId,
  } satisfies ViewOutput;
}

function typedValues(stored: StoredView): ViewOutput["state"]["values"] {
  const values = stateValues(listAt(stored.view, "blocks"), stored.state);
  return Object.fromEntries(
    Object.entries(values).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(
        Object.entries(actions).map(([actionId, value]) => [
          actionId,
          { ...value, type: textAt(value, "type") },
        ]),
      ),
    ]),
  );
}

function plainText(value: unknown): { type: "plain_text"; text: string; emoji: boolean } | undefined {
  if (typeof value !== "object" || value === null || !("text" in value)) return undefined;
  return { type: "plain_text", text: String(value.text), emoji: true };
}
