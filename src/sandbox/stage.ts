import type { SandboxClock } from "./clock.ts";
import type { DiscordPerson } from "./discord/person.ts";
import type { DiscordServer } from "./discord/server.ts";
import type { Screens } from "./screens.ts";
import type { SlackPerson } from "./slack/person.ts";
import type { SlackServer } from "./slack/server.ts";

/** One community's places on both platforms. */
export interface Place {
  /** The community's name, as a scenario gives it. */
  readonly community: string;
  readonly guildId: string;
  readonly askChannelId: string;
  readonly chatChannelId: string;
  readonly teamId: string;
  readonly intakeChannelId: string;
  readonly moderationChannelId: string;
  readonly crisisChannelId: string;
}

export type Cast =
  | { readonly platform: "discord"; readonly person: DiscordPerson; readonly places: readonly Place[] }
  | { readonly platform: "slack"; readonly person: SlackPerson; readonly places: readonly Place[] };

/** What whoever runs the product under test hands in: the stage never imports it. */
export interface Backstage {
  /** Runs the real command line as the first or second admin. */
  admin(
    argv: readonly string[],
    who: "admin" | "admin2",
  ): Promise<{ exit: number; stdout: string; stderr: string }>;
  /** What the product's clock shows. */
  now(): Date;
  /** Moves the product's clock. */
  advance(ms: number): void;
  /** Is anything still to be sent or handled? */
  pending(): Promise<boolean>;
}

export interface Stage {
  readonly clock: SandboxClock;
  readonly discord: DiscordServer;
  /** Of the app on Discord. */
  readonly applicationId: string;
  readonly slack: SlackServer;
  readonly screens: Screens;
  readonly cast: ReadonlyMap<string, Cast>;
  readonly backstage: Backstage;
  /**
   * What a scenario may name in an admin's command without knowing its id, such as `@credential`, the newest one, `@mailed`, the
   * last code that came by mail, or `@chat`, where everybody of the first community's server writes.
   */
  readonly named: Map<string, string>;
  /** The path of one of the scenario's files, written as of now; undefined for what is none. */
  file(name: string): string | undefined;
}
