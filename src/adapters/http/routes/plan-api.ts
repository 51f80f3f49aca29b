// The API of plans: preview, store, read, change, remove (contracts.md §4).

import { type Response, Router } from 'express';
import type { OpenedPlan, StoreOnceOutcome } from '../../../app/lastbus.ts';
import { type Day, parseDay } from '../../../domain/day.ts';
import type { Fault, Result } from '../../../domain/problem.ts';
import { renderPlanJson } from '../../../emitters/plan-json/plan-json.ts';
import { faultsOfShape } from '../../../input/shape-faults.ts';
import { clientNetwork } from '../client-network.ts';
import { FORM_NAMES, formText } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { localeOf } from '../locale.ts';
import { answersNotModified } from '../not-modified.ts';
import { ReminderBody } from '../openapi/request-shapes.ts';
import { refusalOfFaults, sendRefusal } from '../refusals.ts';
import { readJson } from '../request-bodies.ts';
import { keepPrivate } from '../security-headers.ts';
import { expectedVersion, planETag } from './plan-etag.ts';
import { apiLinks } from './plan-links.ts';
import { sendSubscribed } from './subscribed-answer.ts';

export function planApi(context: HttpContext): Router {
  const { lastbus, options } = context;
  const router = Router();
  const json = readJson(context);
  const refuseFaults = (req: AnyRequest, res: Response, faults: readonly Fault[]) =>
    sendRefusal(context, req, res, refusalOfFaults(faults), { faults });

  /** The stored plan as JSON, with its tag; a reader that has it already gets 304. */
  const send = (req: AnyRequest, res: Response, { stored, plan, tokens }: OpenedPlan) => {
    const body = JSON.stringify({
      ...renderPlanJson(plan, localeOf(req)),
      version: stored.version,
      links: apiLinks(options.publicUrl, tokens),
    });
    res.set('Cache-Control', 'private, no-cache').type('application/json');
    const etag = planETag(stored.version, body);
    if (req.method !== 'GET' && req.method !== 'HEAD') res.set('ETag', etag).send(body);
    else if (!answersNotModified(req, res, { etag, changedAt: null })) res.send(body);
  };

  router.use('/api/v1/plans', keepPrivate);

  router.post('/api/v1/plans/preview', json, (req, res) => {
    const planned = lastbus.previewPlan(req.body);
    if (planned.ok) res.json(renderPlanJson(planned.value, localeOf(req)));
    else refuseFaults(req, res, planned.problems);
  });

  router.post('/api/v1/plans', json, async (req, res) => {
    const given = idempotencyKeyOf(req);
    if (given.kind === 'invalid') return refuseFaults(req, res, [given.fault]);
    const outcome =
      given.kind === 'none'
        ? outcomeOf(await lastbus.storePlan(req.body, localeOf(req)))
        : await lastbus.storePlanOnce(req.body, localeOf(req), given.key);
    switch (outcome.kind) {
      case 'stored': {
        const { edit, view } = outcome.opened.tokens;
        res.status(201).location(`${options.publicUrl}/api/v1/plans/${edit ?? view}`);
        return send(req, res, outcome.opened);
      }
      case 'invalid':
        return refuseFaults(req, res, outcome.problems);
      case 'key-reused':
        return sendRefusal(context, req, res, outcome.kind);
    }
  });

  router.get('/api/v1/plans/:planToken', async (req, res) => {
    const asOf = asOfDay(req);
    if (asOf === 'no-day') return refuseFaults(req, res, [asOfFault(req)]);
    const opened = await lastbus.openPlan(req.params.planToken, asOf);
    if (opened === undefined) sendRefusal(context, req, res, 'not-found');
    else send(req, res, opened);
  });

  router.patch('/api/v1/plans/:planToken', json, async (req, res) => {
    const { planToken } = req.params;
    const opened = await lastbus.openPlan(planToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    const expected = expectedVersion(req.get('If-Match'), opened.stored.version);
    if (expected === 'stale') return sendRefusal(context, req, res, expected);
    const outcome = await lastbus.changePlan(planToken, req.body, expected);
    switch (outcome.kind) {
      case 'changed':
        return send(req, res, outcome.opened);
      case 'invalid':
        return refuseFaults(req, res, outcome.problems);
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
      case 'view-only':
      case 'stale':
        return sendRefusal(context, req, res, outcome.kind);
    }
  });

  router.delete('/api/v1/plans/:planToken', async (req, res) => {
    const outcome = await lastbus.removePlan(req.params.planToken);
    if (outcome === 'removed') res.status(204).end();
    else sendRefusal(context, req, res, outcome === 'unknown' ? 'not-found' : outcome);
  });

  router.post('/api/v1/plans/:planToken/reminders', json, async (req, res) => {
    const body = ReminderBody.safeParse(req.body);
    if (!body.success) return refuseFaults(req, res, faultsOfShape(body.error.issues, req.body));
    const { email, locale, ...whose } = body.data;
    const outcome = await lastbus.subscribe(req.params.planToken, email, locale ?? localeOf(req), {
      ...whose,
      client: clientNetwork(req),
    });
    sendSubscribed(context, req, res, outcome);
  });

  return router;
}

function outcomeOf(stored: Result<OpenedPlan>): StoreOnceOutcome {
  return stored.ok
    ? { kind: 'stored', isNew: true, opened: stored.value }
    : { kind: 'invalid', problems: stored.problems };
}

/** The day that `?asOf=` names; null when it is not there. */
export function asOfDay(req: AnyRequest): Day | null | 'no-day' {
  const text = formText(req.query, FORM_NAMES.asOf);
  return text === '' ? null : (parseDay(text) ?? 'no-day');
}

export function asOfFault(req: AnyRequest): Fault {
  return {
    path: [FORM_NAMES.asOf],
    what: 'not an allowed value',
    value: formText(req.query, FORM_NAMES.asOf),
    allowed: 'a day, YYYY-MM-DD',
  };
}
