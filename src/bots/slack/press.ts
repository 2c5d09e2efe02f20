import type { Actor, Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Form } from "./markup.ts";

/** Who pressed, in Slack's own ids. */
export interface Who {
  readonly accountId: string;
  readonly spaceId: string;
}

/** One press or form, reduced to what a route needs; it can be stored and run again after a crash. */
export interface Press {
  readonly core: Core;
  /** For the one use-case that changes something: its transaction also marks the arrival as handled. */
  readonly handling: Core;
  readonly who: Who;
  readonly subjectId: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface MemberPress extends Press {
  readonly actor: Actor;
}

/** What the person who pressed sees: a form, a private line, or nothing where the shared card says it. */
export type Shown = { readonly form: Form } | { readonly say: string } | undefined;

export type Route =
  | {
      readonly verb: string;
      readonly changes: boolean;
      readonly access: "anyone";
      run(press: Press): Promise<Shown>;
    }
  | {
      readonly verb: string;
      readonly changes: boolean;
      readonly access: Verb;
      run(press: MemberPress): Promise<Shown>;
    };

/** A button, by its action id. */
export type SlackButton = Route;

/** An entry of a message's menu, by its callback id; its subject names the message in hand. It opens a form, and changes nothing. */
export type SlackShortcut = Route & { readonly changes: false };

/** A form that was sent, by its callback id. What it shows replaces the form; nothing closes it. */
export type SlackForm = Route & {
  /** The field under which a refusal of the whole form is shown. */
  readonly blames: string;
  /** What is never kept refuses it before anything of it is stored. */
  readonly clean?: true;
  /** What belongs to its subject and only this process knows: stored with the form, so that a crash from then on loses nothing. */
  readonly carries?: (subjectId: string) => Readonly<Record<string, string>>;
  /** Where a refusal names a field in words: the id of it in the form. */
  readonly fieldIds?: Readonly<Record<string, string>>;
};
