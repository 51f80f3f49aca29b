// npm run kills [-- --step N --engine SQLite|PostgreSQL --relay accepts --clock steady]: the whole matrix as a table. Takes long: every cell kills a
// process at every N-th of its points, by default at each.

import { parseArgs } from 'node:util';
import { type Cell, type CellAccount, CLOCKS, type ClockMove, runCell } from './kill-matrix.ts';
import { type EngineName, openMatrix } from './matrix-world.ts';
import { RELAY_MODES } from './sink.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { step: text, engine: text, relay: text, clock: text } });
const step = Number(values.step ?? 1);
const engines = (['SQLite', 'PostgreSQL'] as const).filter((engine) => (values.engine ?? engine) === engine);

process.stdout.write(
  '| engine | processes | relay | clock | points | kills | lost | repeats | most after one kill |\n',
);
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n');
let faults = 0;
for (const engine of engines) {
  const world = await openMatrix(engine);
  try {
    for (const [index, cell] of cellsOf(engine).entries()) {
      // Each cell begins elsewhere, so that a step leaves out no point in all of them.
      const account = await runCell(world, cell, { step, first: (index % step) + 1 });
      faults += account.lost + account.strangers + (account.worst > 1 ? 1 : 0);
      process.stdout.write(`${row(account)}\n`);
    }
  } finally {
    await world.close();
  }
}
process.exitCode = faults === 0 ? 0 : 1;

function cellsOf(engine: EngineName): readonly Cell[] {
  const counts = engine === 'PostgreSQL' ? ([1, 2] as const) : ([1] as const);
  return counts.flatMap((processes) =>
    RELAY_MODES.flatMap((relay) =>
      (Object.keys(CLOCKS) as ClockMove[])
        .filter((clock) => (values.relay ?? relay) === relay && (values.clock ?? clock) === clock)
        .map((clock) => ({ engine, processes, relay, clock })),
    ),
  );
}

function row(account: CellAccount): string {
  const { engine, processes, relay, clock, points, kills, lost, repeats, worst } = account;
  return `| ${[engine, processes, relay, clock, points, kills, lost, repeats, worst].join(' | ')} |`;
}
