import type { WebClient } from "@slack/web-api";
import { bad, clockFinding, type Finding, good, type PlaceToCheck } from "#bots/check-up.ts";
import { checkingClient } from "./checking-client.ts";
import type { SlackBotOptions } from "./client.ts";
import { MODERATION_SCOPES, NEEDED_SCOPES } from "./manifest.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";

const API = "https://slack.com/api/";

type Options = Pick<SlackBotOptions, "botToken" | "appToken" | "signingSecret" | "mode" | "api">;

/** Why a request failed, in words for an admin. */
function failed(what: string, error: unknown, fix: string): Finding {
  const trouble = troubleOf(error);
  if (trouble.why === "forbidden" || trouble.why === "rejected")
    return bad(what, `Slack says ${trouble.what}`, fix);
  if (trouble.why === "signed-out") return bad(what, "Slack does not accept the token", fix);
  if (trouble.why === "gone" || trouble.why === "closed")
    return bad(what, "Slack does not know it, or the app may not see it", fix);
  const says = trouble.why === "rate-limited" ? "Slack asks to wait" : "Slack did not answer as expected";
  return { ...bad(what, says, fix), unsure: true };
}

const SCOPES_FIX =
  "Add them under OAuth & Permissions (or paste slack-manifest.json again), and reinstall the app.";

async function tokenFindings(client: WebClient): Promise<Finding[]> {
  const reinstall = "Install the app again (OAuth & Permissions), and put its token in slack_bot_token_file.";
  try {
    const test = await asDelivery(() => client.auth.test());
    const granted = new Set(test.response_metadata?.scopes ?? []);
    const missing = NEEDED_SCOPES.filter((scope) => !granted.has(scope));
    return [
      good("Slack bot token", `signed in to ${test.team ?? "the workspace"} as ${test.user ?? "the app"}`),
      missing.length === 0
        ? good("Slack scopes", "all that are needed")
        : bad("Slack scopes", `missing: ${missing.join(", ")}`, SCOPES_FIX),
    ];
  } catch (error) {
    return [failed("Slack bot token", error, reinstall)];
  }
}

const MODERATION_FIX =
  "Add them under OAuth & Permissions, and under Interactivity & Shortcuts the shortcut on messages Report with the callback ID report-message; then reinstall the app.";

/** What moderation needs besides: the rest works without it. */
async function moderationFindings(client: WebClient): Promise<Finding[]> {
  const what = "Slack scopes for moderation";
  try {
    const { response_metadata: told } = await asDelivery(() => client.auth.test());
    const missing = Object.entries(MODERATION_SCOPES).filter(([scope]) => !told?.scopes?.includes(scope));
    if (missing.length === 0) return [good(what, "all that are needed")];
    return [
      bad(
        what,
        `missing: ${missing.map(([scope, lost]) => `${scope} (${lost})`).join(", ")}`,
        MODERATION_FIX,
      ),
    ];
  } catch {
    // Whoever looks at the token says why.
    return [];
  }
}

const APP_TOKEN_FIX =
  "Make one under Basic Information, App-Level Tokens, with the scope connections:write, and put it in slack_app_token_file.";

/** Socket Mode signs in with a token of its own; over HTTP there is a secret instead. */
function missingSecret({ mode, appToken, signingSecret }: Options): Finding[] {
  if (mode === "http")
    return signingSecret === undefined
      ? [
          bad(
            "Slack signing secret",
            "it is missing, so no request could be believed",
            "Copy it from Basic Information into slack_signing_secret_file.",
          ),
        ]
      : [];
  return appToken === undefined ? [bad("Slack app token", "it is missing", APP_TOKEN_FIX)] : [];
}

/** Whether what people do can come in. */
export async function checkSlackIntake(options: Options): Promise<Finding[]> {
  const { mode, appToken, api } = options;
  const missing = missingSecret(options);
  if (missing.length > 0) return missing;
  if (mode === "http" || appToken === undefined)
    return [good("Slack signing secret", "there; Slack's first signed request shows whether it is right")];
  const what = "Slack app token";
  try {
    await asDelivery(() => checkingClient(appToken.reveal(), api).apps.connections.open());
    return [good(what, "Socket Mode answers")];
  } catch (error) {
    return [failed(what, error, APP_TOKEN_FIX)];
  }
}

async function channelFinding(
  client: WebClient,
  { community, purpose, channelId }: PlaceToCheck,
): Promise<Finding> {
  const what = `Slack, ${purpose} channel of ${community}`;
  const link = `link another one: curbside community link --platform slack --space ID --channel ID --purpose ${purpose}`;
  try {
    const { channel } = await asDelivery(() => client.conversations.info({ channel: channelId }));
    const name = `#${channel?.name ?? "?"}`;
    if (channel?.is_archived === true) return bad(what, `${name} is archived`, `Unarchive it, or ${link}`);
    if (channel?.is_member !== true)
      return bad(what, `the app is not in ${name}`, "Type /invite @Curbside in that channel.");
    return good(what, `${name}, and the app is in it`);
  } catch (error) {
    return failed(what, error, `Invite the app to it, or ${link}`);
  }
}

/** Posts a line in the channel, finds it in its history by its metadata, and removes it. */
async function roundTrip(client: WebClient, { community, channelId }: PlaceToCheck): Promise<Finding> {
  const what = `Slack, a message there and back in ${community}`;
  try {
    const posted = await asDelivery(() =>
      client.chat.postMessage({
        channel: channelId,
        text: "A short check of the connection. It goes away by itself.",
        metadata: { event_type: "curbside_check", event_payload: { k: "check" } },
      }),
    );
    const ts = posted.ts ?? "";
    const read = await asDelivery(() =>
      client.conversations.history({
        channel: channelId,
        oldest: ts,
        inclusive: true,
        limit: 5,
        include_all_metadata: true,
      }),
    );
    await asDelivery(() => client.chat.delete({ channel: channelId, ts }));
    const found = read.messages?.find((message) => message.ts === ts);
    return found?.metadata?.event_type === "curbside_check"
      ? good(what, "posted, read back and removed")
      : bad(
          what,
          "it was posted, but its history does not show it as posted",
          "Grant channels:history (or groups:history) and metadata.message:read, and reinstall the app.",
        );
  } catch (error) {
    return failed(what, error, "Mend what is said above, then run this again.");
  }
}

/** Whether Slack accepts the bot's token, with every scope that is needed, and whether what else signs in is there. */
export async function checkSlackToken(options: Options): Promise<Finding[]> {
  const { botToken, api } = options;
  return [...(await tokenFindings(checkingClient(botToken.reveal(), api))), ...missingSecret(options)];
}

/** The channels that communities linked: are they there, is the app in them, and may it moderate there? */
export async function checkSlackPlaces(
  { botToken, api }: Options,
  places: readonly PlaceToCheck[],
): Promise<Finding[]> {
  const client = checkingClient(botToken.reveal(), api);
  const findings: Finding[] = [];
  for (const place of places) findings.push(await channelFinding(client, place));
  if (places.length > 0) findings.push(...(await moderationFindings(client)));
  return findings;
}

/** Everything about Slack that keeps the app from working: tokens, scopes, channels, clock, one message. */
export async function checkSlack(
  options: Options,
  places: readonly PlaceToCheck[],
  now: () => Date,
): Promise<Finding[]> {
  const client = checkingClient(options.botToken.reveal(), options.api);
  const findings = await tokenFindings(client);
  findings.push(...(await checkSlackIntake(options)));
  if (findings[0]?.ok !== true) return findings;
  findings.push(...(await checkSlackPlaces(options, places)));
  findings.push(await clockFinding("Slack", `${options.api ?? API}api.test`, now));
  for (const place of places.filter(({ purpose }) => purpose === "intake"))
    findings.push(await roundTrip(client, place));
  return findings;
}
