// npm run soak [-- --reminders 100000 --engine PostgreSQL --processes 2 --kill-every 3]: the account of a soak as a table.

import { parseArgs } from 'node:util';
import { openMatrix } from './matrix-world.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    reminders: { type: 'string', default: '5000' },
    engine: { type: 'string', default: 'PostgreSQL' },
    processes: { type: 'string', default: '2' },
    'kill-every': { type: 'string', default: '3' },
  },
});
if (values.engine !== 'SQLite' && values.engine !== 'PostgreSQL') {
  throw new Error(`--engine: "${values.engine}", allowed: SQLite | PostgreSQL`);
}
const world = await openMatrix(values.engine);
try {
  const account = await soak(world, {
    reminders: Number(values.reminders),
    processes: Number(values.processes),
    killEvery: Number(values['kill-every']),
  });
  for (const [what, figure] of Object.entries({ engine: values.engine, ...account })) {
    process.stdout.write(`| ${what} | ${figure} |\n`);
  }
  const isSound =
    account.lost === 0 && account.strangers === 0 && account.repeats <= account.kills && account.sent > 0;
  process.exitCode = isSound ? 0 : 1;
} finally {
  await world.close();
}
