/**
 * Sets up what a fresh clone lacks (packages, the built web app), then becomes the program it is given:
 *
 *     node setup.mjs [--no-web] [program.ts [argument …]]
 *
 * The only file that runs before `npm ci`, so it imports nothing but Node; and its syntax is that of Node 12, so that
 * an old Node reaches the sentence that says what it lacks. It speaks on stderr: stdout belongs to the program.
 */
import { spawn } from "child_process";
import { createHash } from "crypto";
import fs from "fs";
import os from "os";
import path from "path";
import { fileURLToPath, pathToFileURL } from "url";

const root = path.dirname(fileURLToPath(import.meta.url));
const lockFile = path.join(root, "package-lock.json");
const webStamp = path.join(root, "web", "dist", ".built-from");

main(process.argv.slice(2)).catch((error) => {
  // What the program throws is reported by Node as if there had been no set-up.
  if (error.exitCode === undefined) throw error;
  say(error.message);
  process.exit(error.exitCode);
});

async function main(given) {
  refuseOldNode();
  const withWeb = given[0] !== "--no-web";
  const [program, ...programArguments] = withWeb ? given : given.slice(1);

  // An image holds the built web app and no tools; a program starts there without them.
  const lacksWebApp = () => withWeb && !webAppIsBuilt();
  const lacksPackages = () => !packagesAreThere({ withTools: program === undefined || lacksWebApp() });
  if (lacksPackages() || lacksWebApp()) {
    await alone(async () => {
      // Looked at again: another start may have done the work while this one waited.
      if (lacksPackages()) await step("Installing packages (a minute or two)", "Packages installed", installPackages);
      if (lacksWebApp()) await step("Building the web app", "Web app built", buildWebApp);
    });
  }

  const variables = path.join(root, ".env");
  if (fs.existsSync(variables)) process.loadEnvFile(variables);
  if (program !== undefined) await become(path.resolve(root, program), programArguments);
}

/** Understands the ranges package.json uses: `^20.19.5 || >=22.13.0`. */
function refuseOldNode() {
  const needed = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).engines.node;
  const here = process.versions.node.split(".").map(Number);
  const fits = needed.split("||").some((range) => {
    const least = range
      .replace(/[^\d.]/g, "")
      .split(".")
      .map(Number);
    const difference = here.map((number, place) => number - (least[place] || 0)).find((number) => number !== 0) || 0;
    return difference >= 0 && (range.includes(">=") || here[0] === least[0]);
  });
  if (!fits) {
    throw setupError(
      `This is Node ${process.versions.node}; Compendium 1540 needs ${needed}. Newer versions: https://nodejs.org/`,
    );
  }
}

/**
 * Compares what the lock asks for with what npm wrote down after installing. Modification times lie after a checkout,
 * and a stamp of our own would not know of an `npm ci` by hand.
 */
function packagesAreThere({ withTools }) {
  const installedFile = path.join(root, "node_modules", ".package-lock.json");
  if (!fs.existsSync(installedFile)) return false;
  const wanted = JSON.parse(fs.readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(fs.readFileSync(installedFile, "utf8")).packages;
  return Object.keys(wanted).every((place) => {
    const entry = wanted[place];
    // "" is the project itself; optional packages are those of other platforms.
    if (place === "" || entry.optional || entry.devOptional || (entry.dev && !withTools)) return true;
    return installed[place] !== undefined && installed[place].version === entry.version;
  });
}

async function installPackages() {
  // --include=dev: the web app is built here, also where NODE_ENV=production would leave the builder out.
  const npmArguments = ["ci", "--include=dev"];
  const npmScript = process.env.npm_execpath || "";
  const exitCode = npmScript.endsWith("npm-cli.js")
    ? await run(process.execPath, [npmScript, ...npmArguments])
    : // Windows starts npm.cmd through its shell only.
      process.platform === "win32"
      ? await run(`npm ${npmArguments.join(" ")}`, [], { shell: true })
      : await run("npm", npmArguments);
  if (exitCode !== 0) {
    throw setupError(
      `npm ci ended with exit code ${exitCode}; its reason stands above. The packages come from the network once: without a ` +
        "connection, copy node_modules or npm's cache from a machine that has them; behind a proxy, set HTTPS_PROXY.",
      exitCode,
    );
  }
}

function webAppIsBuilt() {
  return fs.existsSync(webStamp) && fs.readFileSync(webStamp, "utf8") === webSourceHash();
}

/** One hash of every file the built web app is made from, by name and content. */
function webSourceHash() {
  const hash = createHash("sha256");
  const add = (place) => {
    if (place === path.dirname(webStamp)) return;
    if (fs.statSync(place).isDirectory()) {
      for (const name of fs.readdirSync(place).toSorted()) add(path.join(place, name));
      return;
    }
    hash
      .update(`${path.relative(root, place).split(path.sep).join("/")}\0`)
      .update(fs.readFileSync(place))
      .update("\0");
  };
  for (const name of ["web", "domain", "vite.config.ts", "package-lock.json"]) add(path.join(root, name));
  return hash.digest("hex");
}

async function buildWebApp() {
  const hash = webSourceHash();
  const exitCode = await run(process.execPath, [path.join(root, "node_modules", "vite", "bin", "vite.js"), "build"]);
  if (exitCode !== 0)
    throw setupError(`The web app could not be built: vite ended with exit code ${exitCode}.`, exitCode);
  // Written last: a build that broke off is built again.
  fs.writeFileSync(webStamp, hash);
}

/** Runs a command of the set-up with its output on stderr; a signal to us reaches it too. Gives its exit code. */
function run(command, commandArguments, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, { cwd: root, stdio: ["ignore", 2, 2], ...options });
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    const settle = (settled, value) => {
      for (const signal of signals) process.off(signal, pass);
      settled(value);
    };
    child.on("error", (error) => settle(reject, setupError(`${command} could not be started: ${error.message}`)));
    child.on("close", (exitCode, signal) =>
      settle(resolve, signal === null ? exitCode : 128 + os.constants.signals[signal]),
    );
  });
}

async function step(beginning, end, work) {
  say(`${beginning} …`);
  const start = Date.now();
  await work();
  say(`${end} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * Runs `work` while no other start of this clone does. The lock is a folder that holds a folder named for its
 * process: both can be made or removed by one process only, so two starts that find a dead owner cannot both take over.
 */
async function alone(work) {
  const state = path.join(root, ".compendium");
  const lock = path.join(state, "setup.lock");
  const mine = path.join(lock, String(process.pid));
  fs.mkdirSync(state, { recursive: true });
  for (let attempt = 1; !takeLock(lock, mine); attempt += 1) {
    // The first attempt may have done no more than remove the lock of a process that died.
    if (attempt === 2) say(`Waiting for another start that is setting up (if there is none, remove ${lock})`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => {
    for (const folder of [mine, lock].filter((each) => fs.existsSync(each))) fs.rmdirSync(folder);
  };
  process.once("exit", release);
  await work();
  process.off("exit", release);
  release();
}

function takeLock(lock, mine) {
  try {
    fs.mkdirSync(lock);
    fs.mkdirSync(mine);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
  }
  try {
    const owner = fs.readdirSync(lock)[0];
    if (owner === undefined) {
      // Its process is between the two folders, or died there.
      if (Date.now() - fs.statSync(lock).mtimeMs > 5000) fs.rmdirSync(lock);
    } else if (Number(owner) === process.pid || !isRunning(Number(owner))) {
      // Our own number is that of a process before us: containers number theirs alike at each start.
      fs.rmdirSync(path.join(lock, owner));
      fs.rmdirSync(lock);
    }
  } catch (error) {
    // Another start removed it first, or has just taken it.
    if (error.code !== "ENOENT" && error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  }
  return false;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** From here on this process is the program: same pid, same streams, `process.argv` as if Node had been given it; the folder is ours, as with npm. */
async function become(program, programArguments) {
  process.chdir(root);
  process.argv = [process.argv[0], program, ...programArguments];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(program).href);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** A failure whose message is all the reader needs. */
function setupError(message, exitCode = 1) {
  return Object.assign(new Error(message), { exitCode });
}
