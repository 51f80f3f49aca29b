// The program as a process of its own: this Node on src/main.ts, data and files in a folder that goes with the test.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll } from 'vitest';
import type { Terminal } from '../../../src/adapters/cli/terminal.ts';

const HOUSE = fileURLToPath(new URL('../../..', import.meta.url));

/** Compiled once for all the processes of a run: most of what a short command does is load its modules. */
const COMPILE_CACHE = join(tmpdir(), 'lastbus-test-compile-cache');

export interface Exit {
  readonly exitCode: number | null;
  readonly stderr: string;
}

export interface Ended extends Exit {
  readonly stdout: string;
}

export interface RunOptions {
  /** Standard input; left out: it is empty. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** The number of the account that runs it; left out: that of the tests. */
  readonly account?: number;
}

export type Running = ChildProcessByStdio<Writable, Readable, Readable>;

/** Every key empty, which is the same as none: nothing of the host's own configuration reaches the program. */
const EMPTY_CONFIGURATION = parseEnv(readFileSync(join(HOUSE, '.env.example'), 'utf8'));

const folders: string[] = [];
const running = new Set<Running>();

afterAll(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the tests of a file, with the files given by path. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-cli-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Starts `lastbus ARGS` in `folder`, with its data there; what still runs after the tests of a file is killed. */
export function start(folder: string, args: readonly string[], options: RunOptions = {}): Running {
  const { environment = {}, nodeOptions = [], account } = options;
  const child = spawn(process.execPath, [...nodeOptions, join(HOUSE, 'src/main.ts'), ...args], {
    cwd: folder,
    env: {
      ...EMPTY_CONFIGURATION,
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      DATABASE_URL: `sqlite:${folder}/data/lastbus.sqlite`,
      MAIL_DIR: join(folder, 'mail'),
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(account !== undefined && { uid: account, gid: account }),
  });
  // A program that has ended reads no more; what it did with its input is told by its answers.
  child.stdin.on('error', () => {});
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** How `child` ends and what it complains of until then. Its standard output is left to the caller. */
export async function exitOf(child: Running): Promise<Exit> {
  const [exitCode, stderr] = await Promise.all([
    new Promise<number | null>((exited) => child.once('exit', exited)),
    text(child.stderr),
  ]);
  return { exitCode, stderr };
}

/** Runs `lastbus ARGS` to its end. */
export async function run(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(folder, args, options);
  child.stdin.end(options.input ?? '');
  const [exit, stdout] = await Promise.all([exitOf(child), text(child.stdout)]);
  return { ...exit, stdout };
}

/** The lines of `text`, the folder of the test left out of the file names. */
export function linesIn(text: string, folder: string): string[] {
  return text
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter((line) => line !== '');
}

/** A terminal in this process, for the many ways in which arguments are refused before anything is done. */
export function terminalWith(input: string): Terminal & { readonly printed: readonly string[] } {
  const printed: string[] = [];
  return {
    printed,
    print: async (text) => void printed.push(text),
    complain: (line) => void printed.push(line),
    standardInput: Readable.from([input]),
    standardInputOctets: Readable.from([Buffer.from(input)]),
    pathOf: (typed) => typed,
  };
}
