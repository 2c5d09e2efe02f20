import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { Actor, Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Language } from "#core/language/language.ts";
import type { ShownBy } from "#core/library/this-answered-it.ts";
import type { Button, Content } from "./markup.ts";

export type Modal = APIModalInteractionResponseCallbackData;

/** Who pressed, in Discord's own ids; `spaceId` is absent in a direct message. */
export interface Who {
  readonly accountId: string;
  readonly spaceId: string | undefined;
  /** In which they use Discord; absent where it does not say so. */
  readonly language?: Language;
}

/** The message that a message menu was opened on, as it was then; a form that the menu opened comes back with it. */
export interface Target {
  readonly channelId: string;
  readonly messageId: string;
  readonly authorId: string;
  readonly text: string;
  /** How many files are attached. */
  readonly files: number;
  /** It stands where not everybody reads along. */
  readonly isPrivate: boolean;
}

/** One press, command or form, reduced to what a route needs; it can be stored and run again after a crash. */
export interface Press {
  readonly core: Core;
  /** For the one use-case that changes something: its transaction also marks the arrival as handled. */
  readonly handling: Core;
  readonly who: Who;
  readonly subjectId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly target?: Target | undefined;
  /** The account that a person's menu was opened on. */
  readonly targetAccountId?: string | undefined;
  /** Whether a menu was opened on a bot, or on what one posted. */
  readonly targetIsBot?: boolean | undefined;
  /** The menu was opened on this bot, or on a message of its own. */
  readonly onOurs?: boolean;
}

export interface MemberPress extends Press {
  readonly actor: Actor;
}

/**
 * How a route answers. "form" = a form is the first response to the press; "private" = only the person sees it;
 * "update" = the person's own private message is replaced.
 */
export type Route =
  | { reply: "form"; changes: false; access: "anyone"; run(press: Press): Promise<Modal> }
  | { reply: "form"; changes: false; access: Verb; run(press: MemberPress): Promise<Modal> }
  | { reply: "private" | "update"; changes: boolean; access: "anyone"; run(press: Press): Promise<Content> }
  | {
      reply: "private" | "update";
      changes: boolean;
      access: Verb;
      run(press: MemberPress): Promise<Content>;
    };

/** What a form has besides its route. */
export interface FormTraits {
  /** What is never kept refuses it before anything of it is stored. */
  readonly clean?: true;
  /** Opens it anew, under a refusal that other words would mend: Discord closes a form that was sent. */
  readonly again?: (subjectId: string) => Button;
}

/** A button, or a choice from a list, by the verb in its custom_id. */
export type DiscordButton = Route & { readonly verb: string };

/** A form that was sent, by the verb in its custom_id. A form never answers a form. */
export type DiscordForm = Exclude<Route, { reply: "form" }> & FormTraits & { readonly verb: string };

/** A subject that names a question and one of its messages, as `question/message`, on a preview with its edition. */
export function pairOf(subjectId: string): { questionId: string; messageId: string; edition?: number } {
  const [questionId = "", messageId = "", edition] = subjectId.split("/");
  return { questionId, messageId, ...(edition === undefined ? {} : { edition: Number(edition) }) };
}

/** The values that a list gave from which several may be chosen: fields are plain texts, also when they are stored. */
export const severalOf = (field: string | undefined): string[] =>
  (field ?? "").split(SEVERAL).filter((value) => value !== "");

/** No id of ours has it. */
export const SEVERAL = ",";

/** An answer of the library and where it was shown, as the subject of a button: `entry/question`, or `entry//search`. */
export const entrySubject = (entryId: string, shownBy: ShownBy): string =>
  "questionId" in shownBy ? `${entryId}/${shownBy.questionId}` : `${entryId}//${shownBy.search ?? ""}`;

export function entryOf(subjectId: string): { entryId: string; shownBy: ShownBy } {
  const [entryId = "", questionId = "", search = ""] = subjectId.split("/");
  if (questionId !== "") return { entryId, shownBy: { questionId } };
  return { entryId, shownBy: { search: search === "" ? undefined : search } };
}

/**
 * A slash command, or an entry in the menu of a message or a person, with what is published of it. A command with subcommands
 * is none by itself.
 */
export type DiscordCommand = (Route | { readonly subcommands: Readonly<Record<string, Route>> }) & {
  readonly data:
    | RESTPostAPIChatInputApplicationCommandsJSONBody
    | RESTPostAPIContextMenuApplicationCommandsJSONBody;
};

/** What can be done by a command, by its name; a subcommand is called "name sub", as people type it. */
export function routesOf(command: DiscordCommand): readonly (readonly [name: string, route: Route])[] {
  const { name } = command.data;
  return "subcommands" in command
    ? Object.entries(command.subcommands).map(([sub, route]) => [`${name} ${sub}`, route])
    : [[name, command]];
}
