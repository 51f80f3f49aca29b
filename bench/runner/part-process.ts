// One part of the bench in a process of its own, so that no part is measured with what another has warmed up.
// Started by run.ts, which gets the findings as a message.

import { PARTS } from './parts.ts';

const [name = ''] = process.argv.slice(2);
const load = PARTS.get(name);
if (load === undefined) throw new Error(`no such part: ${name}`);
const { part } = await load();
process.send?.(await part());
