// Preloaded into a measured process (node --import): when it ends it writes the most memory that it ever held, in
// kilobytes, to file descriptor 3; nothing where the system does not tell. The program itself knows nothing of it.
//
// Not `process.resourceUsage().maxRSS`: on Linux that survives exec, so a process that is started by a large one
// begins with the peak of the one that started it.

import { existsSync, readFileSync, writeSync } from 'node:fs';

const STATUS = '/proc/self/status';

process.on('exit', () => {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  writeSync(3, /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? '');
});
