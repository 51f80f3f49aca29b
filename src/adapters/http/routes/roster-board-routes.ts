// The board of a stored roster, the same and the links of its people as tables to download, and what is noted of many
// people at once.

import { type Response, Router } from 'express';
import type { ManyMarks } from '../../../app/stored-roster/mark-people.ts';
import type { OpenedRoster } from '../../../app/stored-roster/open-roster.ts';
import { formatDay } from '../../../domain/day.ts';
import { filterQuery } from '../../../emitters/pages/roster/board-filters.ts';
import { renderBoardPage } from '../../../emitters/pages/roster/board-page.ts';
import { type MarkedValue, markValue, parseMarkValue } from '../../../emitters/pages/roster/board-rows.ts';
import { renderMarksFaultPage, renderMarksPage } from '../../../emitters/pages/roster/marks-page.ts';
import type { ManyMarkKind, RosterNews } from '../../../emitters/pages/words/roster-page-words.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { renderBoardCsv } from '../../../emitters/roster/board-csv.ts';
import { rosterWordsOf } from '../../../emitters/roster/roster-words.ts';
import { smallCsv } from '../../../emitters/roster/small-csv.ts';
import { writtenDay } from '../forms/answers.ts';
import { type FormValues, formText } from '../forms/case-form.ts';
import { caseFaultText } from '../forms/roster-faults.ts';
import { boardFilters, formTexts } from '../forms/roster-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { chosenLocale, localeOf } from '../locale.ts';
import { STATUS_OF, sendRefusal } from '../refusals.ts';
import { formValues, readListForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { boardPath, personPath, rosterLinks } from './roster-links.ts';

const NEWS: readonly RosterNews[] = ['taken-back', 'removed', 'changed', 'renewed'];
const KINDS: readonly ManyMarkKind[] = ['done', 'started', 'taken-back'];

export function rosterBoardRoutes(context: HttpContext): Router {
  const { lastbus, options } = context;
  const { rosters } = lastbus;
  const router = Router();
  router.use('/rosters/:rosterToken', keepPrivate);

  router.get('/rosters/:rosterToken', async (req, res) => {
    const opened = await rosters.open(req.params.rosterToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    const policy = lastbus.findPolicy(opened.stored.policyId);
    const locale = localeOf(req);
    const path = boardPath(opened.tokens);
    const { feed, webcal } = rosterLinks(options.publicUrl, opened.tokens);
    res.send(
      renderBoardPage({
        frame: frameOf(context, req),
        title: opened.stored.title,
        roster: opened.roster,
        filters: boardFilters(req.query),
        lang: chosenLocale(req),
        path,
        canEdit: opened.tokens.edit !== null,
        today: opened.roster?.asOf ?? lastbus.todayIn(policy?.zone ?? 'Asia/Shanghai'),
        hrefOf: (ref) => personPath(opened, ref),
        misfits: opened.misfits.map(({ ref, faults }) => ({
          ref,
          text: faults.map((fault) => caseFaultText(fault, policy, locale)).join(' '),
          href: personPath(opened, ref),
        })),
        deleted: opened.deleted,
        feed,
        webcal,
        news: NEWS.find((known) => known === formText(req.query, 'news')) ?? null,
      }),
    );
  });

  router.get('/rosters/:rosterToken/board.csv', async (req, res) => {
    const opened = await rosters.open(req.params.rosterToken, null);
    if (!opened?.roster) return sendRefusal(context, req, res, 'not-found');
    const { roster } = opened;
    res
      .attachment(`lastbus-board-${formatDay(roster.asOf)}.csv`)
      .type('text/csv; charset=utf-8')
      .send([...renderBoardCsv(roster, localeOf(req))].join(''));
  });

  router.get('/rosters/:rosterToken/links.csv', async (req, res) => {
    const opened = await rosters.open(req.params.rosterToken, null);
    if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
    if (opened.tokens.edit === null) return sendRefusal(context, req, res, 'view-only');
    const locale = localeOf(req);
    const head = [rosterWordsOf(locale).column.ref, rosterPageWordsOf(locale).board.link];
    const rows = [...opened.links.keys()].map((ref) => [
      ref,
      `${options.publicUrl}${personPath(opened, ref)}`,
    ]);
    res
      .attachment('lastbus-links.csv')
      .type('text/csv; charset=utf-8')
      .send(smallCsv([head, ...rows]));
  });

  router.post(
    '/rosters/:rosterToken/marks',
    requireSameOrigin(context),
    readListForm(context),
    async (req, res) => {
      const { rosterToken } = req.params;
      const opened = await rosters.open(rosterToken, null);
      if (opened === undefined) return sendRefusal(context, req, res, 'not-found');
      if (opened.tokens.edit === null) return sendRefusal(context, req, res, 'view-only');
      await answerMarks(context, req, res, opened);
    },
  );

  return router;
}

async function answerMarks(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  opened: OpenedRoster,
): Promise<void> {
  const { lastbus } = context;
  const locale = localeOf(req);
  const words = rosterPageWordsOf(locale).mark;
  const values = formValues(req);
  const path = boardPath(opened.tokens);
  const filters = boardFilters(req.query);
  const boardHref = path + filterQuery(filters, chosenLocale(req));
  const frame = frameOf(context, req, boardHref);
  const kind = KINDS.find((known) => known === formText(values, 'kind')) ?? 'done';
  const people = peopleOf(values);
  const dayText = formText(values, 'day');
  const policy = lastbus.findPolicy(opened.stored.policyId);
  const on = dayText === '' ? (opened.roster?.asOf ?? null) : writtenDay(dayText);
  const fault = people.length === 0 ? words.nobody : on === null ? words.notDay(dayText) : null;
  if (fault !== null || on === null) {
    res.status(STATUS_OF['invalid-case']).send(renderMarksFaultPage(frame, fault ?? '', boardHref));
    return;
  }
  const note: ManyMarks['note'] =
    kind === 'done'
      ? { kind, on, startedOn: null, outcome: null }
      : kind === 'started'
        ? { kind, on }
        : { kind };
  const { now, moved } = kind === 'taken-back' ? { now: people, moved: [] } : asSeen(opened, people);
  const outcome = await lastbus.rosters.mark(opened.tokens.edit ?? '', {
    people: now,
    note,
    isEarlierDone: false,
  });
  if (outcome.kind !== 'marked')
    return sendRefusal(context, req, res, outcome.kind === 'unknown' ? 'not-found' : 'view-only');
  const refused = [
    ...moved.map(({ ref }) => ({ ref, texts: [words.moved] })),
    ...outcome.refused.map(({ ref, faults }) => ({
      ref,
      texts: faults.map((one) => (one.path[0] === 'ref' ? words.gone : caseFaultText(one, policy, locale))),
    })),
  ];
  // Taking back twice would take back two notes: an address that can be loaded again must not do it.
  if (kind === 'taken-back' && refused.length === 0) {
    const query = filterQuery(filters, chosenLocale(req));
    return res.redirect(303, `${path}${query}${query === '' ? '?' : '&'}news=taken-back`);
  }
  const isMarked = new Set(outcome.marked);
  res.send(
    renderMarksPage({
      frame,
      kind,
      marked: outcome.marked,
      refused,
      undo: kind === 'taken-back' ? [] : now.filter(({ ref }) => isMarked.has(ref)).map(markValue),
      action: `${path}/marks${filterQuery(filters, chosenLocale(req))}`,
      boardHref,
    }),
  );
}

/** Those who are ticked, or everybody whom the page showed; each once. */
function peopleOf(values: FormValues): MarkedValue[] {
  const texts = formTexts(values, formText(values, 'all') === '' ? 'person' : 'shown');
  return [...new Set(texts)].flatMap((text) => parseMarkValue(text) ?? []);
}

/** Who still stands before the step that HR saw: a note that somebody made meanwhile is not written over. */
function asSeen({ roster }: OpenedRoster, people: readonly MarkedValue[]) {
  const next = new Map(roster?.entries.map(({ ref, answer }) => [ref, answer.next.step?.activity]));
  const isSeen = ({ ref, activity }: MarkedValue) => !next.has(ref) || next.get(ref) === activity;
  return { now: people.filter(isSeen), moved: people.filter((person) => !isSeen(person)) };
}
