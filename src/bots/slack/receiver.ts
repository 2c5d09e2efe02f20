import {
  type App,
  HTTPReceiver,
  type HTTPReceiverOptions,
  type ReceiverEvent,
  SocketModeReceiver,
  type SocketModeReceiverOptions,
} from "@slack/bolt";

/** Stores what must not be lost; rejects when it could not, and then nothing is acknowledged. */
export type StoreFirst = (body: unknown) => Promise<void>;

/**
 * Bolt acknowledges an event before any listener runs, so a crash in between would lose it. Here the event is stored first;
 * if that fails it is not acknowledged, and Slack tells it again.
 */
function storingFirst(app: App, store: StoreFirst): App {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    await store(event.body);
    await process(event);
  };
  return app;
}

export class StoringSocketReceiver extends SocketModeReceiver {
  readonly #store: StoreFirst;

  constructor(options: SocketModeReceiverOptions, store: StoreFirst) {
    super(options);
    this.#store = store;
  }

  override init(app: App): void {
    super.init(storingFirst(app, this.#store));
  }
}

export class StoringHttpReceiver extends HTTPReceiver {
  readonly #store: StoreFirst;

  constructor(options: HTTPReceiverOptions, store: StoreFirst) {
    super(options);
    this.#store = store;
  }

  override init(app: App): void {
    super.init(storingFirst(app, this.#store));
  }
}
