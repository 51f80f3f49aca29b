// The addresses that get the digest of a roster, for its owner: give one, send its confirmation mail again, remove it. Each
// form posts, and is answered with a redirect, so that reloading repeats nothing.

import { type Response, Router } from 'express';
import type { SubscribeOutcome } from '../../../app/lastbus.ts';
import type { AddressNews } from '../../../emitters/pages/words/reminder-words.ts';
import { clientNetwork } from '../client-network.ts';
import { formText } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { STATUS_OF, sendRefusal } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { openOwnRoster, sendManage } from './roster-manage-answer.ts';

export function rosterAddressRoutes(context: HttpContext): Router {
  const { rosters } = context.lastbus;
  const router = Router();
  const ownPage = requireSameOrigin(context);
  router.use('/rosters/:rosterToken', keepPrivate);

  const toPage = (req: AnyRequest, res: Response, token: string, news: AddressNews) =>
    res.redirect(303, `${inChosenLanguage(req, `/rosters/${token}/manage?address=${news}`)}#digest`);

  const answer = (
    req: AnyRequest,
    res: Response,
    token: string,
    outcome: Exclude<SubscribeOutcome, { kind: 'invalid' }>,
  ) => {
    switch (outcome.kind) {
      case 'confirmation-sent':
        return toPage(req, res, token, 'mail-sent');
      case 'already-confirmed':
      case 'unsubscribed':
        return toPage(req, res, token, outcome.kind);
      case 'too-many':
        return sendRefusal(context, req, res, 'too-many-confirmations', outcome);
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
      case 'view-only':
        return sendRefusal(context, req, res, outcome.kind);
    }
  };

  router.post('/rosters/:rosterToken/reminders', ownPage, readForm(context), async (req, res) => {
    const { rosterToken } = req.params;
    const typed = formText(formValues(req), 'email');
    const options = { client: clientNetwork(req) };
    const outcome = await rosters.subscribe(rosterToken, typed, localeOf(req), options);
    if (outcome.kind !== 'invalid') return answer(req, res, rosterToken, outcome);
    const opened = await openOwnRoster(context, req, res, rosterToken);
    if (opened === null) return;
    res.status(STATUS_OF['invalid-case']);
    sendManage(context, req, res, opened, { in: 'address', typed });
  });

  router.post('/rosters/:rosterToken/reminders/:id/again', ownPage, async (req, res) => {
    const { rosterToken, id } = req.params;
    const opened = await openOwnRoster(context, req, res, rosterToken);
    if (opened === null) return;
    const found = opened.subscriptions.find((one) => one.id === id);
    if (found === undefined || found.address === null) return sendRefusal(context, req, res, 'not-found');
    const options = { replaces: found.replaces, client: clientNetwork(req) };
    const outcome = await rosters.subscribe(rosterToken, found.address, found.locale, options);
    if (outcome.kind === 'invalid') throw new Error('a stored address is none');
    answer(req, res, rosterToken, outcome);
  });

  router.post('/rosters/:rosterToken/reminders/:id/remove', ownPage, async (req, res) => {
    const { rosterToken, id } = req.params;
    const outcome = await rosters.removeAddress(rosterToken, id);
    if (outcome === 'removed') return toPage(req, res, rosterToken, 'removed');
    sendRefusal(context, req, res, outcome === 'unknown' ? 'not-found' : outcome);
  });

  return router;
}
