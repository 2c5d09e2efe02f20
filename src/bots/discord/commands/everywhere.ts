import {
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type SlashCommandBuilder,
} from "discord.js";

/** A command for servers and for the bot's own direct messages, and installed by servers only. */
export function everywhere(command: SlashCommandBuilder): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return command
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON();
}
