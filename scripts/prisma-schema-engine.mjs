#!/usr/bin/env node
// Stand-in for the schema engine that Prisma downloads: the same JSON-RPC over standard input and output, answered by
// the same engine compiled to wasm (@prisma/schema-engine-wasm) over @prisma/adapter-pg. prisma.config.ts names it where
// no downloaded engine is found, so that a fresh clone needs nothing but the npm registry.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const enginePackage = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
const options = parseArguments(process.argv.slice(2));
const url = options.datasource?.url ?? "postgresql://unused@localhost/unused";
const connection = connectionOf(url);

if (options.command[0] === "--version") {
  const { version } = JSON.parse(readFileSync(join(enginePackage, "package.json"), "utf8"));
  console.log(`schema-engine-wasm ${version}`);
} else if (options.command[0] === "cli") {
  process.exitCode = await runDatabaseCommand(options.command[1]);
} else {
  serve();
}

function parseArguments(args) {
  const parsed = { datamodels: [], datasource: null, command: [] };
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === "--datamodels") parsed.datamodels.push(args[++index]);
    else if (args[index] === "--datasource") parsed.datasource = JSON.parse(args[++index]);
    else if (args[index] === "--enabled-preview-features" || args[index] === "--extension-types") index += 1;
    else parsed.command.push(args[index]);
  }
  return parsed;
}

function connectionOf(connectionString) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(connectionString);
  const sslmode = searchParams.get("sslmode");
  return {
    host: decodeURIComponent(searchParams.get("host") ?? hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || "postgres",
    ...(sslmode && sslmode !== "disable" ? { ssl: { rejectUnauthorized: sslmode === "verify-full" } } : {}),
  };
}

/** `cli can-connect-to-database | create-database | drop-database`; the answer is the exit code. */
async function runDatabaseCommand(command) {
  const statements = {
    "create-database": `CREATE DATABASE ${pg.escapeIdentifier(connection.database)}`,
    "drop-database": `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(connection.database)} WITH (FORCE)`,
  };
  const statement = statements[command];
  try {
    await withClient(statement ? { ...connection, database: "postgres" } : connection, async (client) => {
      if (statement) await client.query(statement);
    });
    return 0;
  } catch (error) {
    reportFailure(error);
    return 1;
  }
}

// Prisma reads its own error codes from the log; the first line is skipped by it.
function reportFailure(error) {
  const codes = { "3D000": "P1003", "28P01": "P1000", "42P04": "P1009" };
  const server = `${connection.host}:${connection.port}`;
  const messages = {
    P1001: `Can't reach database server at \`${server}\`\n\nPlease make sure your database server is running at \`${server}\`.`,
    P1003: `Database \`${connection.database}\` does not exist`,
  };
  const code = codes[error.code] ?? "P1001";
  log("INFO", "Starting");
  log("ERROR", messages[code] ?? error.message, { error_code: code, is_panic: false });
}

function log(level, message, extra = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...extra },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

async function withClient(config, work) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serve() {
  let engine;
  const getEngine = () => {
    engine ??= loadEngine();
    return engine;
  };
  // One request at a time, as the engine that Prisma downloads does it.
  let queue = Promise.resolve();
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      const request = line.trim() ? JSON.parse(line) : {};
      if (request.method) queue = queue.then(() => answer(request, getEngine));
    })
    .on("close", () => queue.then(() => process.exit(0)));
}

async function answer({ id, method, params }, getEngine) {
  try {
    send({ id, result: (await call(method, params, getEngine)) ?? null });
  } catch (error) {
    const text = String(error?.message ?? error);
    const code = error?.code ?? /\b(P\d{4})\b/.exec(text)?.[1];
    const data = {
      is_panic: false,
      message: text.split("\n   0: ")[0],
      meta: null,
      ...(code ? { error_code: code } : {}),
    };
    send({
      id,
      error: { code: 4466, message: "An error happened. Check the data field for details.", data },
    });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function call(method, params, getEngine) {
  if (method === "createDatabase") {
    const statement = `CREATE DATABASE ${pg.escapeIdentifier(connection.database)}`;
    await withClient({ ...connection, database: "postgres" }, (client) => client.query(statement));
    return { databaseName: connection.database };
  }
  if (method === "dbExecute") {
    await withClient(connection, (client) => client.query(params.script));
    return null;
  }
  const engine = await getEngine();
  if (method === "getDatabaseVersion") return engine.version(params);
  if (method === "diff") {
    const { stdout, exitCode } = await engine.diff(params);
    if (stdout) send({ id: "print", method: "print", params: { content: stdout } });
    return { exitCode, stdout: null };
  }
  return (await engine[method](params)) ?? {};
}

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => log("ERROR", message, { is_panic: true }),
  };
  const wasm = readFileSync(join(enginePackage, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo(connection),
    connectToShadowDb,
  });
  const datamodels = options.datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    factory,
  );
}

// Given a connection string, adapter-pg takes the main database for the shadow database, and the engine empties that.
async function connectToShadowDb() {
  if (options.datasource?.shadowDatabaseUrl)
    return connectTo(connectionOf(options.datasource.shadowDatabaseUrl));
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  const main = await connectTo(connection);
  await main.executeScript(`CREATE DATABASE "${database}"`);
  const shadow = await connectTo({ ...connection, database });
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await main.dispose();
  };
  return shadow;
}

async function connectTo(config) {
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  return correct(await new PrismaPg({ ...config, max: 3 }, { schema }).connect());
}

// What the schema engine needs and adapter-pg 7.10 lacks: the catalog's type "char" (18), and scripts run whole instead
// of split at each semicolon.
function correct(adapter) {
  const characterColumns = new WeakMap();
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  pool.query = async (...args) => {
    const result = await query(...args);
    const found = (result?.fields ?? []).flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const index of found) result.fields[index].dataTypeID = 25;
    if (found.length > 0) characterColumns.set(result.rows, found);
    return result;
  };
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request);
    for (const index of characterColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    await query(script).catch((error) => adapter.onError(error));
  };
  return adapter;
}
