#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (
  major < 22 ||
  (major === 22 && minor < 22) ||
  major === 23 ||
  major === 25 ||
  (major === 24 && minor < 15)
) {
  process.stderr.write(
    `Curbside needs Node.js 24.15 or newer (or 22.22), and this is ${process.versions.node}: install a newer one, or start it with npx in its own folder.\n`,
  );
  process.exit(2);
}
const { enableCompileCache } = await import("node:module");
enableCompileCache();
const { main } = await import("../dist/src/cli/main.js");
await main(process.argv.slice(2));
