// A stream of networks through one process: answers come as the lines come, and memory does not grow with them.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { exitOf, folderWith, start } from './commands.ts';

const COUNT = 20_000;

/** Megabytes: more than the program takes by itself, too little to hold the 57 MB of answers as well. */
const HEAP = 64;

function line(index: number): string {
  const activities = [
    { id: 'renew', duration: { unit: 'calendar-days', min: 0, mode: 0, max: 0 }, startsOn: 'working-day' },
    {
      id: 'wait',
      duration: { unit: 'working-days', min: 2, mode: 3, max: 5 },
      after: [{ activity: 'renew' }],
    },
  ];
  const network = {
    id: `n${index}`,
    asOf: '2026-12-02',
    cutoff: '2026-12-18',
    calendar: 'china',
    activities,
  };
  return `${JSON.stringify(network)}\n`;
}

function* linesFrom(first: number): Generator<string> {
  for (let index = first; index < COUNT; index++) yield line(index);
}

/** The lines of a stream. By hand: readline takes longer over 57 MB than the program does. */
async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

describe.concurrent('a stream of networks', () => {
  it('is answered line by line: the first answer is there before the second line is written', async () => {
    const child = start(folderWith(), ['schedule', '-'], { nodeOptions: [`--max-old-space-size=${HEAP}`] });
    const answers = linesOf(child.stdout);
    const exit = exitOf(child);

    child.stdin.write(line(0));
    const first = await answers.next();

    expect(JSON.parse(first.value ?? '')).toMatchObject({
      id: 'n0',
      scenarios: { mode: { completionOn: '2026-12-07' } },
    });

    const written = pipeline(Readable.from(linesFrom(1)), child.stdin).catch(() => 'it stopped reading');
    let count = 1;
    for await (const answer of answers) {
      if (!answer.startsWith(`{"id":"n${count}",`)) throw new Error(`not the answer to n${count}: ${answer}`);
      count += 1;
    }

    expect(await exit).toEqual({ exitCode: 0, stderr: '' });
    expect(await written).toBeUndefined();
    expect(count).toBe(COUNT);
  });

  it('whose reader has seen enough ends quietly', async () => {
    const child = start(folderWith(), ['schedule', '-']);
    const exit = exitOf(child);
    child.stdin.write(line(0));
    await linesOf(child.stdout).next();

    child.stdout.destroy();
    child.stdin.write(line(1));

    expect(await exit).toEqual({ exitCode: 0, stderr: '' });
  });
});
