import { type APIApplication, type REST, Routes } from "discord.js";
import { localised } from "./localised.ts";
import { COMMANDS } from "./routes.ts";

/** Replaces the application's whole list of commands in every server; the same list again changes nothing. */
export async function publishCommands(rest: REST): Promise<void> {
  const application = (await rest.get(Routes.oauth2CurrentApplication())) as APIApplication;
  await rest.put(Routes.applicationCommands(application.id), {
    body: COMMANDS.map(({ data }) => localised(data)),
  });
}
