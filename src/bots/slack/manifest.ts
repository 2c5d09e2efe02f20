/** Without one of these nothing crosses. */
export const NEEDED_SCOPES: readonly string[] = [
  "chat:write",
  "channels:history",
  "groups:history",
  "channels:read",
  "groups:read",
  "im:history",
  "im:write",
  "metadata.message:read",
  "users:read",
];

/** What moderation asks for besides, and what does not work without it. */
export const MODERATION_SCOPES = {
  commands: "the shortcut Report on messages is not there",
  "channels:manage": "nobody who is removed or banned is taken out of a public channel",
  "groups:write": "nobody who is removed or banned is taken out of a private channel",
} as const;

/** The app's manifest, for Slack's "create an app from a manifest": scopes, events and surfaces that Curbside needs. */
export function slackManifest({ mode, requestUrl }: { mode: "socket" | "http"; requestUrl?: string }) {
  const url = requestUrl === undefined ? {} : { request_url: requestUrl };
  return {
    display_information: {
      name: "Curbside",
      description: "Questions from patients, for verified volunteers",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: false },
      bot_user: { display_name: "Curbside", always_online: true },
      shortcuts: [
        {
          name: "Report",
          type: "message" as const,
          callback_id: "report-message",
          description: "Tell the moderators about this message",
        },
      ],
    },
    oauth_config: { scopes: { bot: [...NEEDED_SCOPES, ...Object.keys(MODERATION_SCOPES)] } },
    settings: {
      event_subscriptions: { ...url, bot_events: ["app_home_opened", "message.channels", "message.groups"] },
      interactivity: { is_enabled: true, ...url },
      socket_mode_enabled: mode === "socket",
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    },
  };
}
