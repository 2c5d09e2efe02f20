import Database from "better-sqlite3";
import pg from "pg";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

/**
 * Migrates a database, and is killed (as by `kill -9`) just before its statement number KILL_AT:
 * node migrate-until-killed.ts URL FOLDER KILL_AT. Prints "done" when it has fewer statements than that.
 */
const [url = "", folder = "", killAt = "0"] = process.argv.slice(2);
let count = 0;

function beforeStatement(): void {
  count += 1;
  if (count === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

const statementsOf = (script: string) => script.split(/;\n\n/).filter((statement) => statement.trim() !== "");

const exec = Database.prototype.exec;
Database.prototype.exec = function killable(this: Database.Database, script: string) {
  for (const statement of statementsOf(script)) {
    beforeStatement();
    exec.call(this, statement);
  }
  return this;
};

const query: (this: pg.Client, ...args: unknown[]) => unknown = pg.Client.prototype.query;
pg.Client.prototype.query = async function killable(this: pg.Client, text: unknown, ...rest: unknown[]) {
  let result: unknown;
  for (const statement of statementsOf(String(text))) {
    beforeStatement();
    result = await query.call(this, statement, ...rest);
  }
  return result;
} as typeof pg.Client.prototype.query;

await migrate({ engine: engineOf(url), url }, { folder });
process.stdout.write("done");
