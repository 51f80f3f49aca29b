// Calendar files: the feed of a stored plan or roster, entries one by one, and the file of a plan that is only looked at.

import { type Response, Router } from 'express';
import type { CalendarFile } from '../../../app/lastbus.ts';
import { answersOf, caseOfAnswers, FORM_NAMES, formText } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { answersNotModified } from '../not-modified.ts';
import { refusalOfFaults, sendRefusal } from '../refusals.ts';
import { keepPrivate } from '../security-headers.ts';
import { entryAttachment } from './entry-file-name.ts';

/** ASCII, because calendar programs on older phones cannot read the other way to write a file name. */
const FILE_NAME = 'lastbus.ics';

export function calendarRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  router.use(['/calendars', '/plan.ics'], keepPrivate);

  // No negotiation of any kind, for calendar programs send few headers: language and content are the plan's own.
  router.get('/calendars/:feedToken.ics', async (req, res) => {
    const kind = formText(req.query, 'download') === '1' ? 'file' : 'feed';
    const { feedToken } = req.params;
    // A plan's, or the days of HR for a whole roster: a link opens one of them.
    const ofPlan = await lastbus.publishCalendar(feedToken, kind);
    const calendar = ofPlan ?? (await lastbus.rosters.publishCalendar(feedToken));
    if (calendar === undefined) sendRefusal(context, req, res, 'not-found');
    else sendCalendar(req, kind === 'file' ? res.attachment(FILE_NAME) : res, calendar);
  });

  router.get('/calendars/:feedToken/:entryName.ics', async (req, res) => {
    const { feedToken, entryName } = req.params;
    const file = await lastbus.publishEntry(feedToken, entryName);
    if (file === undefined) return sendRefusal(context, req, res, 'not-found');
    res.set('Content-Disposition', entryAttachment(entryName, file.content));
    sendCalendar(req, res, file);
  });

  router.get('/plan.ics', (req, res) => {
    const policy = lastbus.findPolicy(formText(req.query, FORM_NAMES.policy));
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const answers = answersOf(policy, req.query) ?? new Map();
    const given = caseOfAnswers(policy, answers, formText(req.query, FORM_NAMES.asOf));
    const file = lastbus.previewCalendar(given, localeOf(req));
    if (file.ok) sendCalendar(req, res.attachment(FILE_NAME), file.value);
    else sendRefusal(context, req, res, refusalOfFaults(file.problems), { faults: file.problems });
  });

  return router;
}

function sendCalendar(req: AnyRequest, res: Response, calendar: CalendarFile): void {
  res.set('Cache-Control', 'private, no-cache').type('text/calendar; charset=utf-8');
  if (!answersNotModified(req, res, calendar)) res.send(calendar.content);
}
