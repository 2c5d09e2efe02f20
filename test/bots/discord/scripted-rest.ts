import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

/** What to answer: a status and JSON, or "cut" to break the connection, or "silence" never to answer. */
export type Answer =
  | { readonly status: number; readonly json?: unknown; readonly headers?: Record<string, string> }
  | "cut"
  | "silence";

export interface ScriptedRest extends AsyncDisposable {
  readonly api: string;
  readonly asked: Asked[];
}

/** Answers each request by `script`; for outcomes that a stand-in of the whole platform cannot be made to give. */
export async function scriptedRest(script: (asked: Asked) => Answer): Promise<ScriptedRest> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const raw = Buffer.concat(chunks).toString();
      const body = raw === "" ? {} : (JSON.parse(raw) as Record<string, unknown>);
      const one = {
        method: request.method ?? "",
        path: url.pathname.replace("/api/v10", ""),
        query: url.searchParams,
        body,
      };
      asked.push(one);
      const answer = script(one);
      if (answer === "cut") request.socket.destroy();
      else if (answer !== "silence") {
        response.writeHead(answer.status, {
          ...(answer.json === undefined ? {} : { "content-type": "application/json" }),
          ...answer.headers,
        });
        response.end(answer.json === undefined ? "" : JSON.stringify(answer.json));
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}/api`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
