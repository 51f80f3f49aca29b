// How mails leave in a test: as fast as they go, and a wait is over at once.

import { thisProcess } from '../../src/adapters/process/this-process.ts';
import type { Dependencies } from '../../src/app/dependencies.ts';

export const AS_FAST_AS_THEY_GO: Pick<Dependencies, 'thisProcess' | 'mailPace' | 'pause'> = {
  thisProcess: thisProcess(),
  mailPace: { relayPerSecond: null, domainPerSecond: null },
  pause: async () => {},
};
