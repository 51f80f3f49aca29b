// The roster's networks as a file of JSON Lines that goes when the work with it is done.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rosterCases } from './cases.ts';
import { chainsOf } from './chains.ts';
import { networkLine } from './network-json.ts';

/** How many cases are planned before the same networks come again under other ids. */
const CASES = 500;

/** @param count how many networks the file holds; null: those of the 500 cases, each once. */
export async function withLinesFile<T>(count: number | null, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  try {
    const networks = rosterCases(CASES).flatMap(chainsOf);
    const file = join(folder, 'networks.jsonl');
    const handle = await open(file, 'w');
    for (let index = 0; index < (count ?? networks.length); index++) {
      const network = networks[index % networks.length];
      if (network !== undefined) await handle.write(`${networkLine(network, `n${index}`)}\n`);
    }
    await handle.close();
    return await work(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
