function replaceOnce(schema: string, from: RegExp, to: string): string {
  const found = schema.match(new RegExp(from.source, `${from.flags}g`))?.length ?? 0;
  if (found !== 1)
    throw new Error(`prisma/schema.prisma: expected ${from.source} once, found it ${found} times`);
  return schema.replace(from, to);
}

/**
 * The PostgreSQL schema: the SQLite one with another provider and another output folder, and nothing else. The result
 * lives in generated/, so its output folder is relative to that. Throws when the two lines are not as expected.
 */
export function postgresqlSchema(schema: string): string {
  const withProvider = replaceOnce(schema, /provider = "sqlite"/, 'provider = "postgresql"');
  return replaceOnce(withProvider, /"\.\.\/generated\/sqlite"/, '"./postgresql"');
}
