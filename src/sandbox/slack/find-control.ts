import { type Control, controlsOf } from "./controls.ts";
import { listAt, type Obj } from "./json.ts";
import type { PersonRecord, StoredMessage, StoredView } from "./model.ts";
import { blockLines, messageText, viewText } from "./render.ts";
import { homesOf, notThere, visibleChannels, visibleMessages } from "./screen.ts";
import type { World } from "./world.ts";

/** Where to look: a message, channel, or `"home"`; or what stands near the control. */
export interface Where {
  readonly in?: string;
  readonly containing?: string;
}

export type Spot =
  | { readonly kind: "message"; readonly message: StoredMessage; readonly control: Control }
  | { readonly kind: "view"; readonly view: StoredView; readonly control: Control };

/** Finds a control on the screen. An open form hides all else. Throws with what is on the screen instead. */
export function findControl(
  world: World,
  person: PersonRecord,
  label: string,
  where: Where,
  fits: (control: Control) => boolean,
): Spot {
  const wanted = (control: Control) => control.label === label && fits(control);
  const top = person.modals.at(-1);
  if (top) {
    const control = pick(world, listAt(top.view, "blocks"), where, wanted);
    if (control) return { kind: "view", view: top, control };
    throw notThere(world, person, label);
  }
  for (const message of where.in === "home" ? [] : newestFirst(world, person, where)) {
    if (where.containing && !messageText(message, world.names).includes(where.containing)) continue;
    const control = pick(world, message.blocks ?? [], where, wanted);
    if (control) return { kind: "message", message, control };
  }
  if (where.in === undefined || where.in === "home") {
    for (const view of homesOf(world, person)) {
      if (where.containing && !viewText(view, world.names).includes(where.containing)) continue;
      const control = pick(world, listAt(view.view, "blocks"), where, wanted);
      if (control) return { kind: "view", view, control };
    }
  }
  throw notThere(world, person, label);
}

function newestFirst(world: World, person: PersonRecord, where: Where): StoredMessage[] {
  return visibleChannels(world, person)
    .filter((channel) => channel.members.has(person.id))
    .flatMap((channel) => visibleMessages(world, person, channel))
    .filter((one) => where.in === undefined || one.ts === where.in || one.channelId === where.in)
    .sort((a, b) => Number(b.ts) - Number(a.ts));
}

/** The wanted control; of several with the same label, the one that stands with the text looked for. */
function pick(
  world: World,
  blocks: readonly Obj[],
  where: Where,
  wanted: (control: Control) => boolean,
): Control | undefined {
  let first: Control | undefined;
  let near: Obj[] = [];
  for (const block of blocks) {
    near.push(block);
    const controls = controlsOf([block]);
    const control = controls.find(wanted);
    first ??= control;
    if (
      control &&
      where.containing &&
      blockLines(near, world.names, {}).join("\n").includes(where.containing)
    )
      return control;
    if (controls.length > 0) near = [];
  }
  return first;
}
