/** One request or frame that came from the app; the body is its raw text. Tokens in headers are not kept. */
export interface ReceivedItem {
  readonly at: number;
  /** HTTP method, `WS` for a socket frame, `RESPONSE` for the app's answer to a signed request. */
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Append-only record of all that the app sent. */
export class Received {
  readonly items: ReceivedItem[] = [];
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(method: string, path: string, body: string): void {
    this.items.push({ at: this.#now(), method, path, body });
  }
}
