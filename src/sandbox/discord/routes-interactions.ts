import { editAnswer, followUp, readAnswer, removeAnswer } from "./answers.ts";
import { callback } from "./interactions.ts";
import { type Route, route } from "./route.ts";

const OPEN = { open: true } as const;
/** Follow-ups share the limit of webhooks. */
const WEBHOOK = { open: true, limit: [5, 2000] } as const;

/** Answers to presses, commands and forms. */
export const INTERACTION_ROUTES: readonly Route[] = [
  route(
    "POST /interactions/:id/:id/callback",
    ({ world, params: [id = "", token = ""], body, uploads, query }) => {
      const answer = callback(world, id, token, { body, uploads });
      return query.get("with_response") === "true" ? answer : undefined;
    },
    OPEN,
  ),
  route(
    "POST /webhooks/:id/:id",
    ({ world, params: [id = "", token = ""], body, uploads }) =>
      followUp(world, id, token, { body, uploads }),
    WEBHOOK,
  ),
  route(
    "GET /webhooks/:id/:id/messages/:id",
    ({ world, params: [id = "", token = "", message = ""] }) => readAnswer(world, id, token, message),
    WEBHOOK,
  ),
  route(
    "PATCH /webhooks/:id/:id/messages/:id",
    ({ world, params: [id = "", token = "", message = ""], body, uploads }) =>
      editAnswer(world, id, token, message, { body, uploads }),
    WEBHOOK,
  ),
  route(
    "DELETE /webhooks/:id/:id/messages/:id",
    ({ world, params: [id = "", token = "", message = ""] }) => {
      removeAnswer(world, id, token, message);
      return undefined;
    },
    WEBHOOK,
  ),
];
