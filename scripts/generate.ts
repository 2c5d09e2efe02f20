import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type PackSource, packStamp, readPack } from "../src/core/screening/policies/pack.ts";
import { postgresqlSchema } from "./postgresql-schema.ts";

/**
 * Generates both database clients into generated/ from the one schema, and the default policies as data, which is read
 * ten times as fast as YAML. Does nothing when all that it reads is that of the last run, so that it may stand in front
 * of any other script.
 */
const run = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = join(root, "generated");
const stampFile = join(generated, "stamp");
const sqliteSchemaFile = join(root, "prisma", "schema.prisma");
const postgresqlSchemaFile = join(generated, "postgresql.prisma");

const prismaPackage = createRequire(import.meta.url).resolve("prisma/package.json");

async function stampOf(schema: string): Promise<string> {
  const hash = createHash("sha256");
  hash.update(schema).update(await readFile(prismaPackage));
  for (const script of ["generate.ts", "postgresql-schema.ts"])
    hash.update(await readFile(join(root, "scripts", script)));
  return hash.digest("hex");
}

/** Any existing file satisfies Prisma's look for its schema engine, which `generate` does not use. */
const offline = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

async function generate(schemaFile: string): Promise<void> {
  const cli = join(dirname(prismaPackage), "build", "index.js");
  const args = [cli, "generate", "--schema", schemaFile, "--no-hints"];
  await run(process.execPath, args, { cwd: root, env: { ...process.env, ...offline } });
}

const schema = await readFile(sqliteSchemaFile, "utf8");
const stamp = await stampOf(schema);
const clients = ["sqlite", "postgresql"].map((engine) => join(generated, engine, "client.ts"));
const last = existsSync(stampFile) ? await readFile(stampFile, "utf8") : "";

if (last === stamp && clients.every((file) => existsSync(file))) {
  process.stdout.write("Database clients are up to date.\n");
} else {
  await mkdir(generated, { recursive: true });
  await rm(stampFile, { force: true });
  await writeFile(postgresqlSchemaFile, postgresqlSchema(schema));
  await Promise.all([generate(sqliteSchemaFile), generate(postgresqlSchemaFile)]);
  await writeFile(stampFile, stamp);
  process.stdout.write("Database clients generated.\n");
}

/** The files of policies/, checked and as data. Throws PolicyError when one of them is wrong. */
async function generatePolicies(): Promise<void> {
  const folder = join(root, "policies");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const sources: PackSource[] = await Promise.all(
    names.map(async (file) => ({ file, source: await readFile(join(folder, file), "utf8") })),
  );
  const target = join(generated, "policies.ts");
  const first = `// ${packStamp(sources)}`;
  if (existsSync(target) && (await readFile(target, "utf8")).startsWith(`${first}\n`)) return;
  const data = JSON.stringify(JSON.stringify(readPack(sources)));
  await writeFile(
    target,
    `${first}\nexport const STAMP = ${JSON.stringify(packStamp(sources))};\nexport const PACK = ${data};\n`,
  );
  process.stdout.write("Default policies generated.\n");
}

await generatePolicies();
