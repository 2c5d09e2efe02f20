import { SimpleShardingStrategy } from "discord.js";

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
type Destroy = Parameters<SimpleShardingStrategy["destroy"]>[0];
/** What of a shard is not public, and must be closed all the same. */
interface Inside {
  readonly connection: { terminate(): void; on(event: "error", listener: () => void): void } | null;
}

/**
 * The library's own way to hold connections, made to end for good.
 *
 * @NOTE A shard that is told to close while it waits to reconnect reconnects afterwards (@discordjs/ws 1.2), and one that
 * is still connecting goes on to do so; either keeps the process alive, and the bot listening, after its end. So a closed
 * strategy gives no shard the session that it asks for before each connection, and cuts what is half open.
 */
export class ClosingStrategy extends SimpleShardingStrategy {
  #closed = false;

  constructor(manager: Manager) {
    super(manager);
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = (shardId) =>
      this.#closed ? new Promise(() => {}) : retrieveSessionInfo(shardId);
  }

  /** The library also closes before it opens. */
  override async spawn(shardIds: number[]): Promise<void> {
    this.#closed = false;
    await super.spawn(shardIds);
  }

  override async destroy(options?: Destroy): Promise<void> {
    this.#closed = true;
    const shards = [...(this as unknown as { shards: Map<number, Inside> }).shards.values()];
    await super.destroy(options);
    for (const { connection } of shards) {
      // One that is cut before it was open says so as an error, which is nobody's concern any more.
      connection?.on("error", () => {});
      connection?.terminate();
    }
  }
}
