// Minds the policy files of a running server: reads them when they change or when it is told to, and lets the plans
// follow. Part of main.

import type { Logger } from 'pino';
import { startReminderTimer } from './adapters/timer/reminder-timer.ts';
import type { Dependencies } from './app/dependencies.ts';
import { followPolicies } from './app/follow-policies.ts';
import type { PoliciesInForce, Reread } from './app/policies-in-force.ts';
import { keepInForce } from './app/policy-editions.ts';

export interface PolicyFollower {
  /** Resolves when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Puts in force what was read at start; from then on looks at the files every few seconds, reads them on SIGHUP at once,
 * and plans anew what follows from them, also what a process that died has left over.
 *
 * @param dependencies their book is that of `policies`.
 */
export function startPolicyFollower(
  dependencies: Dependencies,
  policies: PoliciesInForce,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): PolicyFollower {
  let isToldToRead = false;
  let isKept = false;
  const round = async () => {
    const isTold = isToldToRead;
    isToldToRead = false;
    const reread = isTold ? await policies.reread() : await policies.look();
    tell(logger, reread, isTold);
    if (reread.kind === 'changed') isKept = false;
    if (!isKept) await keepInForce(dependencies);
    isKept = true;
    const counts = await followPolicies(dependencies, signal, (plan, error) =>
      logger.error({ err: error, plan }, 'a plan could not follow its policy'),
    );
    if (counts.planned > 0) logger.info(counts, 'plans followed their policies');
  };
  const timer = startReminderTimer(round, (error) =>
    logger.error(error, 'a round of following the policies failed'),
  );
  const onHangUp = () => {
    isToldToRead = true;
    timer.wake();
  };
  process.on('SIGHUP', onHangUp);
  return {
    stop: async () => {
      process.off('SIGHUP', onHangUp);
      await timer.stop();
    },
  };
}

function tell(logger: Logger, reread: Reread, isTold: boolean): void {
  if (reread.kind === 'changed') {
    logger.info({ policies: reread.policies }, 'the policy files have changed and are in force');
  } else if (reread.kind === 'refused') {
    for (const { file, faults } of reread.faults) logger.error({ file, faults }, 'a policy file is at fault');
    logger.error({ missing: reread.missing }, 'the policy files are refused; what was in force stays so');
  } else if (isTold) {
    logger.info('the policy files were read again; nothing has changed');
  }
}
