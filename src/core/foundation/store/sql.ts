import { Prisma } from "#generated/sqlite/client.ts";

/** SQL put together from parts; every value in it is bound, never spelled out. The same for both databases. */
export type Sql = ReturnType<typeof Prisma.sql>;

export const { empty, join, raw, sql } = Prisma;
