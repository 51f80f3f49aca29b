// New links in the place of old ones: a page that asks, a form that does it, and the same for programs.

import { type Response, Router } from 'express';
import type { RenewOutcome } from '../../../app/lastbus.ts';
import { renderNoticePage } from '../../../emitters/pages/notice-page.ts';
import { faultsOfShape } from '../../../input/shape-faults.ts';
import { formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { RenewBody } from '../openapi/request-shapes.ts';
import { refusalOfFaults, sendRefusal } from '../refusals.ts';
import { formValues, readForm, readJson } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { apiLinks } from './plan-links.ts';

/**
 * What the pages renew, which other link leads to it, and where they lead afterwards. Every calendar entry carries the
 * link to look at, and whoever looks finds the subscription address: renewing one alone shuts nobody out for long.
 *
 * Not the link that changes the plan: whoever taps twice would have the second tap refused by the old address, and
 * never see the new one. The API renews it.
 */
const PAGES = {
  feed: { notice: 'renew-feed-ask', other: 'view', next: '/calendar' },
  view: { notice: 'renew-view-ask', other: 'feed', next: '' },
  // It leads to no other link, and none leads to it.
  step: { notice: 'renew-step-ask', other: null, next: '' },
} as const;

const isPage = (kind: string): kind is keyof typeof PAGES => Object.hasOwn(PAGES, kind);

/** The box that renews the other link too. */
const OTHER_TOO = 'other';

/** 409 and not 412: the request named no version that could have failed it. */
const REFUSAL_OF = { unknown: 'not-found', 'view-only': 'view-only', stale: 'conflict' } as const;

export function renewRoutes(context: HttpContext): Router {
  const { lastbus, options } = context;
  const router = Router();
  router.use(['/plans', '/api/v1/plans'], keepPrivate);
  const ownPage = requireSameOrigin(context);
  const refuse = (req: AnyRequest, res: Response, { kind }: Exclude<RenewOutcome, { kind: 'renewed' }>) =>
    sendRefusal(context, req, res, REFUSAL_OF[kind]);

  router.get('/plans/:planToken/renew/:kind', async (req, res) => {
    const { planToken, kind } = req.params;
    const page = isPage(kind) ? PAGES[kind] : undefined;
    const opened = page && (await lastbus.openPlan(planToken, null));
    if (page === undefined || opened === undefined) return sendRefusal(context, req, res, 'not-found');
    if (opened.tokens.edit === null) return sendRefusal(context, req, res, 'view-only');
    res.send(
      renderNoticePage({
        frame: frameOf(context, req),
        notice: page.notice,
        action: inChosenLanguage(req, req.path),
        ...(page.other !== null && { optionName: OTHER_TOO }),
        address: null,
        backHref: inChosenLanguage(req, `/plans/${planToken}${page.next}`),
      }),
    );
  });

  router.post('/plans/:planToken/renew/:kind', ownPage, readForm(context), async (req, res) => {
    const { planToken, kind } = req.params;
    if (!isPage(kind)) return sendRefusal(context, req, res, 'not-found');
    const { other, next } = PAGES[kind];
    const isBoth = other !== null && formText(formValues(req), OTHER_TOO) !== '';
    const outcome = await lastbus.renewLinks(planToken, isBoth ? [kind, other] : [kind]);
    if (outcome.kind !== 'renewed') return refuse(req, res, outcome);
    const news = isBoth ? 'both-renewed' : `${kind}-renewed`;
    const place = kind === 'step' ? '#employer' : '';
    res.redirect(303, `${inChosenLanguage(req, `/plans/${planToken}${next}?news=${news}`)}${place}`);
  });

  router.post('/api/v1/plans/:planToken/links', readJson(context), async (req, res) => {
    const body = RenewBody.safeParse(req.body);
    if (!body.success) {
      const faults = faultsOfShape(body.error.issues, req.body);
      return sendRefusal(context, req, res, refusalOfFaults(faults), { faults });
    }
    const outcome = await lastbus.renewLinks(req.params.planToken, body.data.renew);
    if (outcome.kind !== 'renewed') return refuse(req, res, outcome);
    res.json({ links: apiLinks(options.publicUrl, outcome.tokens) });
  });

  return router;
}
