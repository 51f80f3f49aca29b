// The page that brings a stored plan into a calendar. It is the only one with a script: the copy button's.

import { Router } from 'express';
import { renderCalendarPage } from '../../../emitters/pages/calendar-page.ts';
import { wordsOf } from '../../../emitters/wording/wording.ts';
import { formText } from '../forms/case-form.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { allowOwnScripts, keepPrivate } from '../security-headers.ts';
import { pageLinks } from './plan-links.ts';
import { subscriptionLinks } from './subscription-links.ts';

export function calendarPageRoutes(context: HttpContext): Router {
  const { lastbus, options, assets } = context;
  const router = Router();
  router.use('/plans', keepPrivate);

  router.get('/plans/:planToken/calendar', async (req, res) => {
    const { planToken } = req.params;
    const opened = await lastbus.openPlan(planToken, null);
    const entries = await lastbus.listCalendarEntries(planToken);
    if (opened === undefined || entries === undefined) return sendRefusal(context, req, res, 'not-found');
    const { plan, stored, tokens } = opened;
    const { title } = plan.policy;
    const { actions, download } = pageLinks(options.publicUrl, tokens);
    const planHref = inChosenLanguage(req, actions);
    // A calendar is named as it names itself: in the language of the plan, whatever that of the page.
    const calendarName = wordsOf(stored.locale).calendar.name(title[stored.locale]);
    const page = renderCalendarPage({
      frame: frameOf(context, req, actions.concat('/calendar')),
      policyTitle: title[localeOf(req)],
      today: plan.asOf,
      planHref,
      remindersHref: tokens.edit === null ? null : `${planHref}#reminders`,
      mailFolder: lastbus.mailFolder,
      subscription: subscriptionLinks(options.publicUrl, tokens.feed, calendarName),
      downloadHref: download,
      calendarLocale: stored.locale,
      entries: entries.map(({ name, title, day }) => ({
        title,
        day,
        href: `/calendars/${tokens.feed}/${encodeURIComponent(name)}.ics`,
      })),
      renewHref: tokens.edit === null ? null : inChosenLanguage(req, `${actions}/renew/feed`),
      renewed: renewedOf(formText(req.query, 'news')),
      copyScriptHref: assets.copyScriptHref,
    });
    allowOwnScripts(res);
    res.send(page);
  });

  return router;
}

function renewedOf(news: string): 'feed' | 'both' | null {
  if (news === 'feed-renewed') return 'feed';
  return news === 'both-renewed' ? 'both' : null;
}
