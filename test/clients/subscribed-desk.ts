// A family's computer that has subscribed to a feed: vdirsyncer fetches it into a folder, one file an entry, and khal
// shows what is in the folder. Beside it a calendar into which khal imports the file that is downloaded by hand. All
// are the real programs, with everything they keep in one folder of their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ReadEvent, readWithIcalJs } from './calendar-readers.ts';
import { canRun } from './foreign-programs.ts';

/** What the desk needs and does not find. */
export const MISSING_ON_THE_DESK = [
  { debian: 'vdirsyncer', isInstalled: canRun('vdirsyncer', ['--version']) },
  { debian: 'khal', isInstalled: canRun('khal', ['--version']) },
].flatMap(({ debian, isInstalled }) => (isInstalled ? [] : [debian]));

export interface SyncResult {
  readonly isInOrder: boolean;
  readonly said: string;
  /** Files by what happened to them. */
  readonly added: number;
  readonly removed: number;
  readonly rewritten: number;
  readonly untouched: number;
}

export interface SubscribedDesk {
  readonly sync: () => Promise<SyncResult>;
  /** What the client has in its folder, by day and title. */
  readonly events: () => readonly ReadEvent[];
  /** What khal shows in these days (the last one included): `day|status|title`. */
  readonly shown: (from: string, until: string) => Promise<readonly string[]>;
  /** Imports a downloaded file; what the other calendar holds then. khal finds an entry again by its UID. */
  readonly importFile: (text: string) => Promise<readonly ReadEvent[]>;
}

/** A file as it lies there: rewritten with the same content it is another one. */
interface LyingFile {
  readonly content: string;
  readonly identity: string;
}

export async function subscribe(folder: string, feed: string): Promise<SubscribedDesk> {
  const entries = join(folder, 'entries');
  const imported = join(folder, 'imported');
  for (const one of [entries, imported]) mkdirSync(one, { recursive: true });
  const syncer = fileWith(
    join(folder, 'vdirsyncer.conf'),
    `[general]
status_path = "${folder}/status/"

[pair plan]
a = "feed"
b = "desk"
collections = null

[storage feed]
type = "http"
url = "${feed}"

[storage desk]
type = "filesystem"
path = "${entries}"
fileext = ".ics"
`,
  );
  const reader = fileWith(
    join(folder, 'khal.conf'),
    `[calendars]
[[plan]]
path = ${entries}
[[imported]]
path = ${imported}

[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M

[sqlite]
path = ${folder}/khal.db
`,
  );
  // Not in one go (`spawnSync`): the server that it asks lives in this very process.
  const run = async (program: string, ...args: string[]) => {
    const child = spawn(program, args, {
      env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { status: status as number | null, stdout, stderr };
  };

  const filesIn = (calendar = entries) =>
    new Map(
      readdirSync(calendar).map((name): [string, LyingFile] => {
        const path = join(calendar, name);
        const { ino, mtimeMs } = statSync(path);
        return [name, { content: readFileSync(path, 'utf8'), identity: `${ino} ${mtimeMs}` }];
      }),
    );

  const eventsIn = (calendar: string) =>
    [...filesIn(calendar).values()].flatMap(({ content }) => readWithIcalJs(content).events);

  const first = await run('vdirsyncer', '-c', syncer, 'discover');
  if (first.status !== 0) throw new Error(`vdirsyncer discover: ${first.stderr}`);
  return {
    sync: async () => {
      const before = filesIn();
      const { status, stderr } = await run('vdirsyncer', '-c', syncer, 'sync');
      const after = filesIn();
      const stayed = [...after].flatMap(([name, file]) => {
        const was = before.get(name);
        return was === undefined ? [] : [was.identity === file.identity && was.content === file.content];
      });
      return {
        isInOrder: status === 0,
        said: stderr.trim(),
        added: after.size - stayed.length,
        removed: before.size - stayed.length,
        rewritten: stayed.filter((isSame) => !isSame).length,
        untouched: stayed.filter((isSame) => isSame).length,
      };
    },
    events: () => eventsIn(entries),
    shown: async (from, until) => {
      const form = '{start-date-long}|{status}|{title}';
      const { status, stdout, stderr } = await run(
        'khal',
        ...['-c', reader, 'list', '-a', 'plan', '--once', '--day-format', '', '--format', form, from, until],
      );
      if (status !== 0 || /critical|Traceback/.test(stderr)) throw new Error(`khal list: ${stderr}`);
      const lines = stdout.split('\n').filter((line) => line !== '');
      return lines.map((line) => line.replace(/ *\| */g, '|'));
    },
    importFile: async (content) => {
      const file = fileWith(join(folder, 'lastbus.ics'), content);
      const { status, stderr } = await run('khal', '-c', reader, 'import', '--batch', '-a', 'imported', file);
      if (status !== 0 || /critical|Traceback/.test(stderr)) throw new Error(`khal import: ${stderr}`);
      return eventsIn(imported);
    },
  };
}

function fileWith(path: string, content: string): string {
  writeFileSync(path, content);
  return path;
}
