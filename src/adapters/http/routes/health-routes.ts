// Whether the process is up, and whether all that it needs works.

import { Router } from 'express';
import type { Instant } from '../../../ports/clock.ts';
import type { HttpContext, ReadinessCheck } from '../http-context.ts';

export function healthRoutes({ options }: HttpContext): Router {
  const router = Router();
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

  // What proxies ask. Not whether the database answers: while it is away, our own page says more than theirs.
  router.get('/healthz', (_req, res) => {
    if (options.isEnding?.()) res.status(503).json({ status: 'ending' });
    else res.json({ status: 'ok' });
  });

  router.get('/readyz', async (_req, res) => {
    const results = await Promise.all(options.readinessChecks.map(runCheck));
    const isReady = results.every(({ error }) => error === null);
    for (const { name, error } of results) {
      if (error !== null) options.logger.warn({ err: error, check: name }, 'not ready');
    }
    // Why a check failed is for the log: this answer is open to everybody.
    const checks = Object.fromEntries(
      results.map(({ name, error }) => [name, error === null ? 'ok' : 'failed']),
    );
    const policies = { leftOut: options.leftOutPolicyFiles ?? [] };
    res.status(isReady ? 200 : 503).json({
      status: isReady ? 'ok' : 'failed',
      checks,
      ...(options.lastRoundAt && { reminderClock: { lastRoundAt: isoOf(options.lastRoundAt()) } }),
      policies,
    });
  });

  return router;
}

function isoOf(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

async function runCheck({ name, check }: ReadinessCheck): Promise<{ name: string; error: unknown }> {
  try {
    await check();
    return { name, error: null };
  } catch (error) {
    return { name, error: error ?? new Error('failed without a reason') };
  }
}
