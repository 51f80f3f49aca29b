// The links in mails: confirm, and unsubscribe. Looking never acts, for mail scanners open every link; a button
// does, and mail providers' one-click unsubscription posts to the same address (RFC 8058).

import { type Response, Router } from 'express';
import { renderNoticePage } from '../../../emitters/pages/notice-page.ts';
import type { Notice } from '../../../emitters/pages/words/page-words.ts';
import type { Subscription } from '../../../ports/subscription-store.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';

export function reminderRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();

  const show = (req: AnyRequest, res: Response, subscription: Subscription | undefined, notice: Notice) => {
    if (subscription === undefined) return sendRefusal(context, req, res, 'not-found');
    const frame = frameOf(context, req, req.path);
    const action = inChosenLanguage(req, req.path);
    res.send(renderNoticePage({ frame, notice, action, address: subscription.address, backHref: null }));
  };

  router.use('/reminders', keepPrivate);

  router.get('/reminders/confirm/:token', async (req, res) => {
    const subscription = await lastbus.findConfirmation(req.params.token);
    show(req, res, subscription, confirmNotice(subscription));
  });

  router.post('/reminders/confirm/:token', requireSameOrigin(context), async (req, res) => {
    const subscription = await lastbus.confirm(req.params.token);
    show(req, res, subscription, confirmNotice(subscription));
  });

  router.get('/reminders/unsubscribe/:token', async (req, res) => {
    const subscription = await lastbus.findUnsubscription(req.params.token);
    show(
      req,
      res,
      subscription,
      subscription?.state === 'unsubscribed' ? 'unsubscribe-done' : 'unsubscribe-ask',
    );
  });

  // The body says nothing that the address does not, so it is not read: whatever a provider sends will do.
  router.post('/reminders/unsubscribe/:token', async (req, res) => {
    show(req, res, await lastbus.unsubscribe(req.params.token), 'unsubscribe-done');
  });

  return router;
}

/** What stands, and not what was asked for: an address that has unsubscribed stays so. */
function confirmNotice(subscription: Subscription | undefined): Notice {
  if (subscription === undefined || subscription.state === 'pending') return 'confirm-ask';
  return subscription.state === 'confirmed' ? 'confirm-done' : 'unsubscribe-done';
}
