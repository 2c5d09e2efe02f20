/** One thing that appeared on somebody's screen: the unit of the demo's output and of `expect`. */
export interface Seen {
  readonly at: number;
  readonly platform: "discord" | "slack";
  /** `private` is an ephemeral line or a form: only the person who pressed sees it. `home` is Slack's App Home. */
  readonly place: "dm" | "thread" | "private" | "home" | "channel";
  /** Name of the channel or thread; empty for `dm`, `private` and `home`. */
  readonly channel: string;
  /** Who can see it, by the stand-in's person ids. */
  readonly viewers: readonly string[];
  /** Display name of the author. */
  readonly from: string;
  readonly kind: "message" | "edited" | "removed" | "form" | "form-error";
  /** All that a person would read, in reading order, one line each: text, embeds or blocks, button labels in [brackets], inputs as `label: ____`. Struck-out text stays `~~struck~~`. Empty for `removed`. */
  readonly text: string;
  /** The message's id on its platform; stable over edits. Forms use the view or modal id. */
  readonly ref: string;
}

export type SeenListener = (seen: Seen) => void;
