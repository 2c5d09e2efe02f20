import { controlsOf, plain } from "./controls.ts";
import { listAt, objAt } from "./json.ts";
import type { Channel, PersonRecord, StoredMessage, StoredView } from "./model.ts";
import { messageText, viewText } from "./render.ts";
import type { World } from "./world.ts";

export interface ScreenMessage {
  /** The message's timestamp. */
  readonly ref: string;
  readonly channelId: string;
  readonly from: string;
  readonly text: string;
  /** Labels of its buttons, selects and inputs. */
  readonly labels: readonly string[];
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  readonly thread: string | undefined;
}

export interface ScreenPlace {
  readonly channelId: string;
  readonly channel: string;
  readonly place: "dm" | "channel";
  /** Newest last. */
  readonly messages: readonly ScreenMessage[];
}

export interface OpenForm {
  readonly ref: string;
  readonly title: string;
  readonly text: string;
  /** Labels of the fields that can be filled. */
  readonly fields: readonly string[];
  readonly buttons: readonly string[];
  /** Error under each field, by its label. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Messages of a channel that this person sees, oldest first. */
export function visibleMessages(world: World, person: PersonRecord, channel: Channel): StoredMessage[] {
  const own = world.ephemerals.filter((one) => one.channelId === channel.id && one.onlyFor === person.id);
  return [...channel.messages, ...own]
    .filter((message) => !message.deleted)
    .sort((a, b) => Number(a.ts) - Number(b.ts));
}

/** Every place this person can open, with what stands in it. */
export function screenOf(world: World, person: PersonRecord): ScreenPlace[] {
  return visibleChannels(world, person).map((channel) => ({
    channelId: channel.id,
    channel: channel.name,
    place: channel.kind === "im" ? "dm" : "channel",
    messages: visibleMessages(world, person, channel).map((message) => ({
      ref: message.ts,
      channelId: channel.id,
      from: world.names.user(message.user),
      text: messageText(message, world.names),
      labels: controlsOf(message.blocks ?? []).map((control) => control.label),
      ephemeral: message.onlyFor !== undefined,
      thread: message.thread_ts === message.ts ? undefined : message.thread_ts,
    })),
  }));
}

export function visibleChannels(world: World, person: PersonRecord): Channel[] {
  return [...world.channels.values()].filter((channel) => world.shows(person, channel));
}

/** The form on top, as the person sees it. */
export function formOf(world: World, person: PersonRecord): OpenForm | undefined {
  const top = person.modals.at(-1);
  if (!top) return undefined;
  const blocks = listAt(top.view, "blocks");
  const controls = controlsOf(blocks);
  const buttons = [objAt(top.view, "submit"), objAt(top.view, "close")]
    .map(plain)
    .filter((one) => one !== "");
  return {
    ref: top.id,
    title: plain(objAt(top.view, "title")),
    text: viewText(top, world.names),
    fields: controls.filter((one) => one.element.type !== "button").map((one) => one.label),
    buttons: [...controls.filter((one) => one.element.type === "button").map((one) => one.label), ...buttons],
    errors: Object.fromEntries(
      Object.entries(top.errors).map(([blockId, error]) => [
        controls.find((one) => one.blockId === blockId)?.label ?? blockId,
        error,
      ]),
    ),
  };
}

export function homesOf(world: World, person: PersonRecord): StoredView[] {
  return [...world.homes.values()].filter((view) => view.userId === person.id);
}

/** The error for something that is not there, saying what is. */
export function notThere(world: World, person: PersonRecord, wanted: string): Error {
  return new Error(
    `${person.displayName} sees no "${wanted}". On the screen: ${describeScreen(world, person)}`,
  );
}

function describeScreen(world: World, person: PersonRecord): string {
  const form = formOf(world, person);
  if (form)
    return `the form "${form.title}" with ${[...form.fields, ...form.buttons].join(", ") || "nothing"}`;
  const labels = screenOf(world, person).flatMap((place) =>
    place.messages.slice(-5).map((message) => {
      const name = place.channel ? `#${place.channel}` : "direct message";
      const shown = message.labels.map((label) => `[${label}]`).join(" ");
      return `${name}: ${message.text.split("\n")[0]?.slice(0, 60)} ${shown}`;
    }),
  );
  const homes = homesOf(world, person).flatMap((view) => controlsOf(listAt(view.view, "blocks")));
  return [
    ...labels,
    ...(homes.length > 0 ? [`home: ${homes.map((one) => `[${one.label}]`).join(" ")}`] : []),
  ].join("; ");
}
