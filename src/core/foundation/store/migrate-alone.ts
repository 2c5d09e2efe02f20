import { type LockRequest, ROLES, takeLock } from "./daemon-lock.ts";
import { migrate, migrationStatus } from "./migrate.ts";

/**
 * Brings the database to this version while no daemon works on it: one of an older version would go on writing what is no
 * longer there. Says who holds the lock when somebody does; takes none when there is nothing to do. Throws SchemaTooNew,
 * SchemaDiffers.
 */
export async function migrateAlone(
  subject: Omit<LockRequest, "roles">,
): Promise<{ readonly applied: readonly string[] } | { readonly heldBy: string }> {
  const { pending } = await migrationStatus(subject);
  if (pending.length === 0) return { applied: [] };
  const lock = await takeLock({ ...subject, roles: ROLES });
  if (!("release" in lock)) return lock;
  try {
    return await migrate(subject);
  } finally {
    await lock.release();
  }
}
