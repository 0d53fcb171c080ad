import { resolve } from 'node:path';
import { account, installPackages, packageAdvice } from './provision/debian.ts';
import { engineHost, provideEngine } from './provision/engine.ts';
import { findExecutable, findStaticBusybox, type Found } from './provision/find.ts';
import { provideWorkbench } from './provision/workbench.ts';

/** Everything that `npm start` and the slow suites use beyond npm's packages, found or missing. */
export interface Machine {
  /** `path` is the engine's address: `unix:///var/run/docker.sock`. */
  readonly engine: Found;
  /** Statically linked, to make images of where no registry can be reached. */
  readonly busybox: Found;
  readonly registry: Found;
  readonly htpasswd: Found;
  readonly browser: Found;
  /** The linter for shells that Gantry runs where somebody has it. */
  readonly shellcheck: Found;
  /** A Compose CLI that Gantry can run compose files with. */
  readonly compose: Found;
  /** `path` is the folder of VS Code's server for the browser. */
  readonly workbench: Found;
}

const root = resolve(import.meta.dirname, '..');

/** Where downloads and run data live: `GANTRY_CACHE`, so that several checkouts can share one, or `.cache`. */
export const cache = resolve(process.env['GANTRY_CACHE'] ?? resolve(root, '.cache'));

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What is looked for, and the Debian packages that bring it. The engine's are needed only where none answers. */
const tools = {
  busybox: { packages: ['busybox-static'], find: () => findStaticBusybox() },
  registry: { packages: ['docker-registry'], find: () => findExecutable(['docker-registry']) },
  htpasswd: { packages: ['apache2-utils'], find: () => findExecutable(['htpasswd']) },
  browser: { packages: ['chromium'], find: () => findExecutable(browsers) },
  shellcheck: { packages: ['shellcheck'], find: () => findExecutable(['shellcheck']) },
  compose: { packages: ['docker-compose'], find: () => findExecutable(['docker-compose']) },
} as const;
type Tool = keyof typeof tools;
const enginePackages = ['docker.io', 'cgroupfs-mount', 'ca-certificates'];

/**
 * Brings what the machine lacks, as far as this account may: on Debian as root packages, VS Code for the browser from
 * npm, an engine where none answers. Says nothing and takes no time when all is there. Never throws for what is
 * missing: the answer says what, and how to get it.
 */
export async function provision(): Promise<Machine> {
  const log = resolve(cache, 'log');
  const present = await look();
  let engine = await provideEngine(log);
  const lacking = (Object.keys(tools) as Tool[]).filter((tool) => present[tool] === undefined);
  const packages: string[] = lacking.flatMap((tool) => tools[tool].packages);
  if ('missing' in engine && engineHost().startsWith('unix:') && !(await findExecutable(['dockerd']))) {
    packages.push(...enginePackages);
  }
  const who = await account();
  let reason = packageAdvice(packages, who);
  if (packages.length > 0 && who.debian && who.root) {
    reason = await installPackages(packages).then(
      () => 'apt-get installed it, yet it is not found',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if ('missing' in engine) engine = await provideEngine(log);
  } else if ('missing' in engine && packages.includes('docker.io')) {
    engine = { missing: `${engine.missing}, or ${packageAdvice(enginePackages, who)}` };
  }
  const found = lacking.length > 0 ? await look() : present;
  const answer = (tool: Tool): Found => {
    const path = found[tool];
    if (path !== undefined) return { path };
    const advice = who.debian && who.root ? reason : packageAdvice(tools[tool].packages, who);
    return { missing: `${tools[tool].packages[0]} is missing; ${advice}` };
  };
  return {
    engine,
    busybox: answer('busybox'),
    registry: answer('registry'),
    htpasswd: answer('htpasswd'),
    browser: answer('browser'),
    shellcheck: answer('shellcheck'),
    compose: answer('compose'),
    workbench: await provideWorkbench(cache),
  };
}

async function look(): Promise<Record<Tool, string | undefined>> {
  const entries = Object.entries(tools).map(async ([tool, { find }]) => [tool, await find()] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<Tool, string | undefined>;
}

/** A line for each thing that is missing. */
export function shortcomings(machine: Machine): string[] {
  return Object.entries(machine).flatMap(([name, found]: [string, Found]) =>
    'missing' in found ? [`${name}: ${found.missing}`] : [],
  );
}

if (import.meta.main) {
  const lines = shortcomings(await provision());
  for (const line of lines) console.error(line);
  if (lines.length > 0) process.exitCode = 1;
}
