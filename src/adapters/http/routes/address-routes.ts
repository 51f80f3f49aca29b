// The addresses of a stored plan, for its owner: give one, send its confirmation mail again, replace it, remove it. Each
// form posts, and is answered with a redirect, so that reloading repeats nothing.

import { type Response, Router } from 'express';
import type { OpenedPlan, SubscribeOutcome } from '../../../app/lastbus.ts';
import { renderAddressPage } from '../../../emitters/pages/address-page.ts';
import { addressViews } from '../../../emitters/pages/addresses-view.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import type { AddressNews } from '../../../emitters/pages/words/reminder-words.ts';
import type { ListedSubscription, PlanAudience } from '../../../ports/subscription-store.ts';
import { clientNetwork } from '../client-network.ts';
import { formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { formValues, readForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { ADDRESS_NEWS_NAMES, type Mishap, sendStoredPlan } from './stored-plan-answer.ts';

/** Where an answer leads back to: the part of a plan's page that the address stands in. */
interface Asked {
  readonly planToken: string;
  readonly audience: PlanAudience;
}

interface OwnAddress {
  readonly opened: OpenedPlan;
  readonly subscription: ListedSubscription;
  readonly audience: PlanAudience;
}

export function addressRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  const ownPage = requireSameOrigin(context);
  const form = readForm(context);
  router.use('/plans', keepPrivate);

  /** An address of a plan, to somebody who may change it; everybody else is refused here. */
  const ownAddress = async (
    req: AnyRequest,
    res: Response,
    planToken: string,
    id: string,
  ): Promise<OwnAddress | undefined> => {
    const opened = await lastbus.openPlan(planToken, null);
    const subscription = opened?.subscriptions.find((one) => one.id === id && one.address !== null);
    if (opened !== undefined && opened.tokens.edit === null) sendRefusal(context, req, res, 'view-only');
    else if (opened === undefined || subscription === undefined) sendRefusal(context, req, res, 'not-found');
    else
      return { opened, subscription, audience: subscription.audience === 'employer' ? 'employer' : 'family' };
    return undefined;
  };

  const toPlan = (req: AnyRequest, res: Response, { planToken, audience }: Asked, news: AddressNews) => {
    const query = `${ADDRESS_NEWS_NAMES[audience]}=${news}`;
    const place = audience === 'family' ? 'reminders' : 'employer';
    res.redirect(303, `${inChosenLanguage(req, `/plans/${planToken}?${query}`)}#${place}`);
  };

  const sendAddressPage = (
    req: AnyRequest,
    res: Response,
    planToken: string,
    { opened, subscription, audience }: OwnAddress,
    typed: string | null,
  ) => {
    const locale = localeOf(req);
    const { zone } = opened.plan.policy;
    const [address] = addressViews([subscription], audience, locale, zone);
    if (address === undefined) return sendRefusal(context, req, res, 'not-found');
    const action = `/plans/${planToken}/reminders/${subscription.id}`;
    const page = renderAddressPage({
      frame: frameOf(context, req, action),
      address,
      action,
      planHref: inChosenLanguage(req, `/plans/${planToken}`),
      mishap: typed === null ? null : { typed, fault: pageWordsOf(locale).field.notAddress },
    });
    res.status(typed === null ? 200 : 400).send(page);
  };

  /** What became of an ask, unless what was typed was no address: that is for the form to say. */
  const answer = (
    req: AnyRequest,
    res: Response,
    asked: Asked,
    outcome: Exclude<SubscribeOutcome, { kind: 'invalid' }>,
    isReplacing: boolean,
  ) => {
    switch (outcome.kind) {
      case 'confirmation-sent':
        return toPlan(req, res, asked, isReplacing ? 'replacing' : 'mail-sent');
      case 'already-confirmed':
      case 'unsubscribed':
        return toPlan(req, res, asked, outcome.kind);
      case 'too-many':
        return sendRefusal(context, req, res, 'too-many-confirmations', outcome);
      case 'unknown':
        return sendRefusal(context, req, res, 'not-found');
      case 'view-only':
        return sendRefusal(context, req, res, outcome.kind);
    }
  };

  router.post('/plans/:planToken/reminders', ownPage, form, async (req, res) => {
    const { planToken } = req.params;
    const values = formValues(req);
    const typed = formText(values, 'email');
    const reference = formText(values, 'reference');
    const audience = formText(values, 'audience') === 'employer' ? 'employer' : 'family';
    const options = {
      audience,
      ...(audience === 'employer' && { reference }),
      client: clientNetwork(req),
    } as const;
    const outcome = await lastbus.subscribe(planToken, typed, localeOf(req), options);
    if (outcome.kind !== 'invalid') return answer(req, res, { planToken, audience }, outcome, false);
    const faults = outcome.problems;
    const mishap: Mishap =
      audience === 'family' ? { in: 'address', typed, faults } : { in: 'employer', typed, reference, faults };
    await sendStoredPlan(context, req, res, planToken, { asOf: null, mishap });
  });

  router.get('/plans/:planToken/reminders/:id', async (req, res) => {
    const { planToken, id } = req.params;
    const own = await ownAddress(req, res, planToken, id);
    if (own !== undefined) sendAddressPage(req, res, planToken, own, null);
  });

  router.post('/plans/:planToken/reminders/:id/again', ownPage, async (req, res) => {
    const { planToken, id } = req.params;
    const own = await ownAddress(req, res, planToken, id);
    if (own === undefined) return;
    const { audience } = own;
    const { address, locale, reference, replaces } = own.subscription;
    const options = { audience, reference: reference ?? '', replaces, client: clientNetwork(req) };
    const outcome = await lastbus.subscribe(planToken, address, locale, options);
    if (outcome.kind === 'invalid') throw new Error('a stored address is none');
    answer(req, res, { planToken, audience }, outcome, false);
  });

  router.post('/plans/:planToken/reminders/:id/replace', ownPage, form, async (req, res) => {
    const { planToken, id } = req.params;
    const own = await ownAddress(req, res, planToken, id);
    if (own === undefined) return;
    const typed = formText(formValues(req), 'email');
    const { audience } = own;
    const { reference, state } = own.subscription;
    const options = { audience, reference: reference ?? '', replaces: id, client: clientNetwork(req) };
    const outcome = await lastbus.subscribe(planToken, typed, localeOf(req), options);
    if (outcome.kind === 'invalid') return sendAddressPage(req, res, planToken, own, typed);
    answer(req, res, { planToken, audience }, outcome, state === 'confirmed');
  });

  router.post('/plans/:planToken/reminders/:id/remove', ownPage, async (req, res) => {
    const { planToken, id } = req.params;
    const own = await ownAddress(req, res, planToken, id);
    if (own === undefined) return;
    const { audience } = own;
    const outcome = await lastbus.removeAddress(planToken, id);
    if (outcome === 'removed') return toPlan(req, res, { planToken, audience }, 'removed');
    sendRefusal(context, req, res, outcome === 'unknown' ? 'not-found' : outcome);
  });

  return router;
}
