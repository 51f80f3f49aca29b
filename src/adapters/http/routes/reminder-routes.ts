// The links in mails: confirm, and unsubscribe. Looking never acts, for mail scanners open every link; a button
// does, and mail providers' one-click unsubscription posts to the same address (RFC 8058).

import { type Response, Router } from 'express';
import type { Confirmation } from '../../../app/lastbus.ts';
import {
  renderAskedAgainPage,
  renderConfirmPage,
  renderUnsubscribePage,
} from '../../../emitters/pages/consent-pages.ts';
import type { Subscription } from '../../../ports/subscription-store.ts';
import { clientNetwork } from '../client-network.ts';
import { formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';

export function reminderRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  const ownPage = requireSameOrigin(context);
  router.use('/reminders', keepPrivate);

  /** What stands, and not what was asked for: an address that has unsubscribed stays so. */
  const showConfirmation = (req: AnyRequest, res: Response, confirmation: Confirmation | undefined) => {
    if (confirmation === undefined) return sendRefusal(context, req, res, 'not-found');
    const { state } = confirmation.subscription;
    if (state === 'removed' || state === 'bounced') return sendRefusal(context, req, res, 'not-found');
    const frame = frameOf(context, req, req.path);
    const action = inChosenLanguage(req, req.path);
    res.send(
      state === 'unsubscribed'
        ? renderUnsubscribePage({
            frame,
            subscription: confirmation.subscription,
            // Its own link can take it back, this one cannot.
            action: null,
            anotherAddress: null,
          })
        : renderConfirmPage({ frame, ...confirmation, action }),
    );
  };

  const showUnsubscription = (
    req: AnyRequest,
    res: Response,
    subscription: Subscription | undefined,
    anotherAddress: string | null = null,
  ) => {
    if (subscription === undefined) return sendRefusal(context, req, res, 'not-found');
    const path = req.path.replace(/\/again$/, '');
    const isDone = subscription.state === 'unsubscribed';
    res.status(anotherAddress === null ? 200 : 400).send(
      renderUnsubscribePage({
        frame: frameOf(context, req, path),
        subscription,
        action: inChosenLanguage(req, isDone ? `${path}/again` : path),
        anotherAddress,
      }),
    );
  };

  router.get('/reminders/confirm/:token', async (req, res) => {
    showConfirmation(req, res, await lastbus.findConfirmation(req.params.token));
  });

  router.post('/reminders/confirm/:token', ownPage, async (req, res) => {
    showConfirmation(req, res, await lastbus.confirm(req.params.token));
  });

  router.get('/reminders/unsubscribe/:token', async (req, res) => {
    showUnsubscription(req, res, await lastbus.findUnsubscription(req.params.token));
  });

  // The body says nothing that the address does not, so it is not read: whatever a provider sends will do.
  router.post('/reminders/unsubscribe/:token', async (req, res) => {
    showUnsubscription(req, res, await lastbus.unsubscribe(req.params.token));
  });

  router.post('/reminders/unsubscribe/:token/again', ownPage, readForm(context), async (req, res) => {
    const { token } = req.params;
    const typed = formText(formValues(req), 'email');
    const outcome = await lastbus.reopen(token, typed, clientNetwork(req));
    switch (outcome.kind) {
      case 'confirmation-sent':
        return res.send(renderAskedAgainPage(frameOf(context, req, '/')));
      case 'another-address':
        return showUnsubscription(req, res, await lastbus.findUnsubscription(token), typed);
      case 'open':
        return res.redirect(303, inChosenLanguage(req, `/reminders/unsubscribe/${token}`));
      case 'too-many':
        return sendRefusal(context, req, res, 'too-many-confirmations', outcome);
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
    }
  });

  return router;
}
