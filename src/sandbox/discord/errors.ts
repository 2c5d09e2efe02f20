/** A refusal in Discord's own shape. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const REFUSED = {
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  notFound: () => new ApiError(404, 0, "404: Not Found"),
  unknownChannel: () => new ApiError(404, 10003, "Unknown Channel"),
  unknownMessage: () => new ApiError(404, 10008, "Unknown Message"),
  unknownInteraction: () => new ApiError(404, 10062, "Unknown interaction"),
  unknownUser: () => new ApiError(404, 10013, "Unknown User"),
  unknownGuild: () => new ApiError(404, 10004, "Unknown Guild"),
  unknownWebhook: () => new ApiError(404, 10015, "Unknown Webhook"),
  answered: () => new ApiError(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: () => new ApiError(403, 50001, "Missing Access"),
  cannotDm: () => new ApiError(403, 50007, "Cannot send messages to this user"),
  noMutualGuilds: () =>
    new ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds"),
  missingPermissions: () => new ApiError(403, 50013, "Missing Permissions"),
  notText: () => new ApiError(400, 50008, "Cannot send messages in a non-text channel"),
  archived: () => new ApiError(400, 50083, "Thread is archived"),
  locked: () => new ApiError(400, 160005, "Thread is locked"),
  badJson: () => new ApiError(400, 50109, "The request body contains invalid JSON."),
  tooLarge: () => new ApiError(413, 40005, "Request entity too large"),
  unknownMember: () => new ApiError(404, 10007, "Unknown Member"),
  unknownBan: () => new ApiError(404, 10026, "Unknown Ban"),
  unknownFilter: () => new ApiError(404, 10066, "Unknown auto moderation rule"),
  unknownRole: () => new ApiError(404, 10011, "Unknown Role"),
  unknownCommand: () => new ApiError(404, 10063, "Unknown application command"),
  tooOld: () => new ApiError(400, 50034, "A message provided was too old to bulk delete"),
  wrongType: () => new ApiError(400, 50024, "Cannot execute action on this channel type"),
  tooManyCommands: (most: number) =>
    new ApiError(400, 30032, `Maximum number of application commands reached (${most})`),
  webhookToken: () => new ApiError(401, 50027, "Invalid Webhook Token"),
  notYours: () => new ApiError(403, 50005, "Cannot edit a message authored by another user"),
  empty: () => new ApiError(400, 50006, "Cannot send an empty message"),
  form: (field: string, message: string) =>
    new ApiError(400, 50035, "Invalid Form Body", {
      [field]: { _errors: [{ code: "BASE_TYPE_BAD_LENGTH", message }] },
    }),
} as const;

/** What a person sees when the app did not answer in time. */
export class InteractionFailed extends Error {
  constructor() {
    super("This interaction failed");
    this.name = "InteractionFailed";
  }
}
