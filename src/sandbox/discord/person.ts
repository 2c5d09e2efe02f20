import { InteractionFailed } from "./errors.ts";
import { filledForm, filledOptions } from "./filled.ts";
import { runFilters } from "./filters.ts";
import { closeForm } from "./forms.ts";
import { interact } from "./interactions.ts";
import { isThread, memberJson, messageJson, userJson } from "./json.ts";
import { changeMessage, createMessage, removeMessage } from "./messages.ts";
import type { Application, Channel, Json, PersonRecord, StoredMessage } from "./model.ts";
import { isTimedOut, PERMISSION } from "./permissions.ts";
import { type Control, controlsOf, messageText, type OpenForm } from "./render.ts";
import { addThread, guildIn, joinGuild, leaveGuild } from "./scene.ts";
import { channelsOf, type ScreenPlace, screenOf, visibleTo, type Where } from "./screen.ts";
import type { World } from "./world.ts";

export type { ScreenPlace, Where } from "./screen.ts";

/** Somebody who uses Discord. Every act is one that a person could do now; a wrong one throws and says what is on the screen. */
export class DiscordPerson {
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

  #channels(): Channel[] {
    return channelsOf(this.#world, this.id);
  }

  #visible(): StoredMessage[] {
    return visibleTo(this.#world, this.id);
  }

  /** What stands in each place that this person can open, newest last. */
  screen(): ScreenPlace[] {
    return screenOf(this.#world, this.id);
  }

  get form(): OpenForm | undefined {
    return this.#world.forms.get(this.id)?.form;
  }

  #notThere(what: string): Error {
    const shown = this.screen().flatMap(({ messages }) => messages.map(({ text }) => text));
    return new Error(
      `${this.name} does not see ${what}; on screen:\n${this.form?.text ?? shown.slice(-4).join("\n---\n")}`,
    );
  }

  #find(label: string, where: Where, kind: Control["kind"]): { message: StoredMessage; control: Control } {
    if (this.form !== undefined) throw this.#notThere(`"${label}" (a form is open)`);
    for (const message of this.#visible().reverse()) {
      if (where.in !== undefined && message.id !== where.in && message.channelId !== where.in) continue;
      if (where.containing !== undefined && !messageText(message).includes(where.containing)) continue;
      const control = controlsOf(message.components).find(
        (one) => one.kind === kind && !one.disabled && (one.label === label || one.customId === label),
      );
      if (control !== undefined) return { message, control };
    }
    throw this.#notThere(`"${label}"`);
  }

  /** Opens what is attached to the newest message that has a file of this name, and gives what is in it. */
  open(name: string, where: Where = {}): string {
    for (const message of this.#visible().reverse()) {
      if (where.in !== undefined && message.id !== where.in && message.channelId !== where.in) continue;
      const file = message.files.find((one) => one.name === name);
      if (file === undefined) continue;
      this.#world.tellOpened(message, file, this.id);
      return Buffer.from(file.bytes).toString("utf8");
    }
    throw this.#notThere(`a file called ${name}`);
  }

  /** In a timeout nothing of a server can be pressed or used; what stands in a direct conversation can. */
  #requireFree({ guildId }: Channel): void {
    if (guildId !== undefined && this.standing(guildId) === "timed-out")
      throw this.#notThere("anything to press (they are in a timeout)");
  }

  #applicationOf(message: StoredMessage): Application {
    const application = [...this.#world.applications.values()].find(({ bot }) => bot.id === message.authorId);
    if (application === undefined) throw this.#notThere("a message of an app");
    return application;
  }

  /** Presses a button by its label, on the newest message that has it. */
  async press(label: string, where: Where = {}): Promise<void> {
    const { message, control } = this.#find(label, where, "button");
    this.#requireFree(this.#world.channel(message.channelId));
    await interact(this.#world, {
      application: this.#applicationOf(message),
      personId: this.id,
      channelId: message.channelId,
      type: 3,
      data: { custom_id: control.customId, component_type: 2 },
      source: message,
    });
  }

  /** Sends what no screen shows, under a message of the app, as a client of somebody's own making could. */
  async forge(messageId: string, data: Json & { readonly custom_id: string }): Promise<void> {
    const message = this.#visible().find(({ id }) => id === messageId);
    if (message === undefined) throw this.#notThere(`the message ${messageId}`);
    await interact(this.#world, {
      application: this.#applicationOf(message),
      personId: this.id,
      channelId: message.channelId,
      type: "components" in data ? 5 : 3,
      data,
      source: message,
    });
  }

  /** Chooses from a list by its hint, by what the options say. */
  async choose(hint: string, values: readonly string[], where: Where = {}): Promise<void> {
    const { message, control } = this.#find(hint, where, "select");
    this.#requireFree(this.#world.channel(message.channelId));
    const chosen = values.map((value) => {
      const option = control.options.find((one) => one.label === value || one.value === value);
      if (option === undefined) throw this.#notThere(`the option "${value}"`);
      return option.value;
    });
    await interact(this.#world, {
      application: this.#applicationOf(message),
      personId: this.id,
      channelId: message.channelId,
      type: 3,
      data: { custom_id: control.customId, component_type: 3, values: chosen },
      source: message,
    });
  }

  /** Chooses what stands first in a list. */
  async chooseFirst(hint: string, where: Where = {}): Promise<void> {
    const [first] = this.#find(hint, where, "select").control.options;
    await this.choose(hint, first === undefined ? [] : [first.value], where);
  }

  /** Fills the open form by its labels and sends it; what is not named stays as it stood. */
  async submit(fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const open = this.#world.forms.get(this.id);
    if (open === undefined) throw this.#notThere("a form");
    const { form, interaction } = open;
    this.#requireFree(this.#world.channel(interaction.channelId));
    const components = filledForm(form, fields, (what) => this.#notThere(what));
    closeForm(this.#world, this.id);
    try {
      await interact(this.#world, {
        application: interaction.application,
        personId: this.id,
        channelId: interaction.channelId,
        type: 5,
        data: { custom_id: form.customId, components },
        ...(interaction.source === undefined ? {} : { source: interaction.source }),
      });
    } catch (error) {
      // "Something went wrong. Try again.": the form and what was typed into it stay.
      if (error instanceof InteractionFailed) this.#world.forms.set(this.id, open);
      throw error;
    }
  }

  dismiss(): void {
    closeForm(this.#world, this.id);
  }

  /** As Discord's client shows it to whoever uses it in another language. */
  #shownName({ name, name_localizations }: Json): unknown {
    const { locale } = this.#world.person(this.id);
    return (name_localizations as Json | null | undefined)?.[locale] ?? name;
  }

  #commandNamed(name: string, type: number): { application: Application; command: Json } {
    for (const application of this.#world.applications.values()) {
      if (!this.#world.shareGuild(this.id, application)) continue;
      const inGuilds = [...application.guildCommands]
        .filter(([guildId]) => this.#world.guilds.get(guildId)?.members.has(this.id))
        .flatMap(([, commands]) => commands);
      const command = [...application.commands, ...inGuilds].find(
        (one) => this.#shownName(one) === name && one.type === type,
      );
      if (command !== undefined) return { application, command };
    }
    throw this.#notThere(`the command "${name}"`);
  }

  /** Uses a slash command in a channel, or in the direct conversation with the app; "name sub" is a subcommand. */
  async command(
    name: string,
    options: Readonly<Record<string, string | number | boolean>> = {},
    at: { channelId?: string; guildId?: string; dm?: boolean } = {},
  ): Promise<void> {
    const [first = "", sub] = name.split(" ");
    const { application, command } = this.#commandNamed(first, 1);
    const channelId = at.dm === true ? this.#world.directChannel(this.id, application).id : at.channelId;
    const channel = this.#channels().find((one) =>
      channelId === undefined
        ? one.type === 0 && (at.guildId === undefined || one.guildId === at.guildId)
        : one.id === channelId,
    );
    if (channel === undefined) throw this.#notThere(`a channel to use /${name} in`);
    this.#requireFree(channel);
    await interact(this.#world, {
      application,
      personId: this.id,
      channelId: channel.id,
      type: 2,
      data: {
        id: command.id,
        name: first,
        type: 1,
        options: filledOptions(command, { sub, options }, (what) => this.#notThere(what)),
      },
    });
  }

  /** Uses a command of a message's menu. */
  async messageMenu(name: string, messageId: string): Promise<void> {
    const { application, command } = this.#commandNamed(name, 3);
    const message = this.#visible().find((one) => one.id === messageId);
    if (message === undefined) throw this.#notThere(`the message ${messageId}`);
    this.#requireFree(this.#world.channel(message.channelId));
    const author = this.#world.person(message.authorId);
    await interact(this.#world, {
      application,
      personId: this.id,
      channelId: message.channelId,
      type: 2,
      data: {
        id: command.id,
        name: command.name,
        type: 3,
        target_id: messageId,
        resolved: {
          messages: { [messageId]: { ...messageJson(this.#world, message), author: userJson(author) } },
        },
      },
    });
  }

  /** Uses a command of another person's menu, in a server channel that both can see. */
  async userMenu(name: string, personId: string, at: { channelId?: string } = {}): Promise<void> {
    const { application, command } = this.#commandNamed(name, 2);
    const channel = this.#channels().find(
      (one) =>
        one.guildId !== undefined &&
        (at.channelId === undefined ? one.type === 0 : one.id === at.channelId) &&
        this.#world.canSee(personId, one),
    );
    const guild = this.#world.guilds.get(channel?.guildId ?? "");
    if (channel === undefined || guild === undefined) throw this.#notThere(`the person ${personId}`);
    this.#requireFree(channel);
    const person = this.#world.person(personId);
    // Discord leaves these out of a resolved member.
    const {
      user: _user,
      deaf: _deaf,
      mute: _mute,
      ...member
    } = memberJson(this.#world, person, guild, channel);
    await interact(this.#world, {
      application,
      personId: this.id,
      channelId: channel.id,
      type: 2,
      data: {
        id: command.id,
        name: command.name,
        type: 2,
        target_id: personId,
        resolved: { users: { [personId]: userJson(person) }, members: { [personId]: member } },
      },
    });
  }

  /** The direct conversation with the app. */
  dm(): string {
    const [application] = this.#world.applications.values();
    if (application === undefined) throw this.#notThere("an app");
    return this.#world.directChannel(this.id, application).id;
  }

  /** Types a message, with files or without; gives its id, which is empty where the server's filter stopped it. */
  async type(channelId: string, text: string, { files = [] }: { files?: readonly string[] } = {}) {
    const channel = this.#channels().find((one) => one.id === channelId);
    if (channel === undefined || !this.#mayWrite(channel))
      throw this.#notThere(`a box to write in ${channelId}`);
    const empty = text.trim() === "" && files.length === 0;
    if (empty || text.length > 2000 || files.length > 10)
      throw this.#notThere(`room for ${text.length} characters`);
    channel.archived = false;
    const filtered = runFilters(this.#world, channel, { authorId: this.id, content: text });
    if (filtered.stopped) return "";
    const { id } = createMessage(this.#world, channel, {
      authorId: this.id,
      body: { content: text },
      uploads: files.map((name, n) => ({ n: String(n), name, bytes: new Uint8Array(1024) })),
    });
    filtered.tell(id);
    return id;
  }

  #mayWrite(channel: Channel): boolean {
    if (channel.type === 1) return true;
    const bits = this.#world.permissions(this.id, channel);
    if (!isThread(channel)) return (bits & PERMISSION.sendMessages) !== 0n;
    if (channel.locked && (bits & PERMISSION.manageThreads) === 0n) return false;
    return (bits & PERMISSION.sendInThreads) !== 0n;
  }

  #own(messageId: string): StoredMessage {
    const message = this.#visible().find((one) => one.id === messageId && one.authorId === this.id);
    if (message === undefined) throw this.#notThere(`an own message ${messageId}`);
    return message;
  }

  async edit(messageId: string, text: string): Promise<void> {
    const message = this.#own(messageId);
    const channel = this.#world.channel(message.channelId);
    const filtered = runFilters(this.#world, channel, { authorId: this.id, content: text });
    if (filtered.stopped) return;
    changeMessage(this.#world, message, { content: text });
    filtered.tell(messageId);
  }

  /** Opens a thread under a channel, for all who read there or for those who are let in; gives its id. */
  async startThread(channelId: string, name: string, { isPrivate = false } = {}): Promise<string> {
    const parent = this.#channels().find(({ id }) => id === channelId);
    const bit = isPrivate ? PERMISSION.createPrivateThreads : PERMISSION.createPublicThreads;
    if (parent?.type !== 0 || (this.#world.permissions(this.id, parent) & bit) === 0n)
      throw this.#notThere(`a way to open a thread in ${channelId}`);
    return addThread(this.#world, parent, { ownerId: this.id, name, isPrivate }).id;
  }

  async remove(messageId: string): Promise<void> {
    removeMessage(this.#world, this.#own(messageId));
  }

  closeDms(): void {
    this.#record.dmsClosed = true;
  }

  openDms(): void {
    this.#record.dmsClosed = false;
  }

  /** From now on that bot cannot write to this person. */
  block(botUserId: string): void {
    this.#record.blocked.add(botUserId);
  }

  unblock(botUserId: string): void {
    this.#record.blocked.delete(botUserId);
  }

  leave(guildId: string): void {
    leaveGuild(this.#world, this.#record, guildId);
  }

  /** By an invitation; throws for whoever is banned. */
  rejoin(guildId: string): void {
    joinGuild(this.#world, this.#record, guildId, false);
  }

  /** What this person is in a server now. */
  standing(guildId: string): "member" | "timed-out" | "out" | "banned" {
    const guild = guildIn(this.#world, guildId);
    if (guild.bans.has(this.id)) return "banned";
    if (!guild.members.has(this.id)) return "out";
    return isTimedOut(guild, this.id, this.#world.clock.now()) ? "timed-out" : "member";
  }
}
