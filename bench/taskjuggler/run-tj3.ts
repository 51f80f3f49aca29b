// TaskJuggler as a whole process: a project file in, the dates of its tasks out.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPORT } from './project-text.ts';

const run = promisify(execFile);

/** `taskjuggler 3.7.1`, or null where it is not installed. */
export async function tj3Version(): Promise<string | null> {
  try {
    const { stdout } = await run('tj3', ['--version']);
    return stdout.trim();
  } catch {
    return null;
  }
}

export interface TaskDates {
  /** `YYYY-MM-DD-HH:MM`. */
  readonly start: string;
  readonly end: string;
}

export interface Tj3Run {
  readonly milliseconds: number;
  /** By `container.task`, one entry for each scenario, in the order of the project's scenarios. */
  readonly dates: ReadonlyMap<string, readonly TaskDates[]>;
}

export async function runTj3(project: string): Promise<Tj3Run> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  try {
    const file = join(folder, 'roster.tjp');
    await writeFile(file, project);
    const startedAt = performance.now();
    await run('tj3', ['--silent', '--no-color', '-o', folder, file]);
    const milliseconds = performance.now() - startedAt;
    return { milliseconds, dates: parseReport(await readFile(join(folder, `${REPORT}.csv`), 'utf8')) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The id stands on the row of the first scenario only. */
function parseReport(text: string): Map<string, TaskDates[]> {
  const dates = new Map<string, TaskDates[]>();
  let current: TaskDates[] = [];
  for (const line of text.trim().split('\n').slice(1)) {
    const [id = '', start = '', end = ''] = line.split(';').map((cell) => cell.replaceAll('"', ''));
    if (id !== '') {
      current = [];
      dates.set(id, current);
    }
    current.push({ start, end });
  }
  return dates;
}
