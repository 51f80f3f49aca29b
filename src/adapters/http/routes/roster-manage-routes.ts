// What the owner of a roster does around its board: a newer file, who leaves it, new links, settings, the end of it.

import { type Response, Router } from 'express';
import type { ChangeRosterOutcome } from '../../../app/stored-roster/change-roster.ts';
import { renderQuestionPage, renderSentencePage } from '../../../emitters/pages/notice-page.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import type { RosterLinkKind } from '../../../ports/roster-store.ts';
import { formText } from '../forms/case-form.ts';
import { formTexts, settingsOf, typedSettings } from '../forms/roster-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { STATUS_OF, sendRefusal } from '../refusals.ts';
import { formValues, readForm, readListForm } from '../request-bodies.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { readUpload, uploadedForm } from '../uploaded-form.ts';
import { boardPath } from './roster-links.ts';
import { openOwnRoster, sendManage } from './roster-manage-answer.ts';
import { sendUploadReport } from './upload-report.ts';

/** 409 and not 412: the request named no version that could have failed it. */
const REFUSAL_OF = { unknown: 'not-found', 'view-only': 'view-only', stale: 'conflict' } as const;

/**
 * Not the link that changes the roster: whoever taps twice would have the second tap refused by the old address, never see
 * the new one, and have lost the roster. The API renews it.
 */
const LINK_KINDS: readonly RosterLinkKind[] = ['view', 'feed'];

export function rosterManageRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const { rosters } = lastbus;
  const router = Router();
  const ownPage = requireSameOrigin(context);
  router.use('/rosters/:rosterToken', keepPrivate);

  const openOwn = (req: AnyRequest, res: Response, token: string) => openOwnRoster(context, req, res, token);

  const backToBoard = (req: AnyRequest, res: Response, outcome: ChangeRosterOutcome, news: string) => {
    if (outcome.kind === 'changed')
      return res.redirect(303, inChosenLanguage(req, `${boardPath(outcome.opened.tokens)}?news=${news}`));
    if (outcome.kind === 'invalid') return sendRefusal(context, req, res, 'invalid-case');
    sendRefusal(context, req, res, REFUSAL_OF[outcome.kind]);
  };

  router.get('/rosters/:rosterToken/manage', async (req, res) => {
    const opened = await openOwn(req, res, req.params.rosterToken);
    if (opened !== null) sendManage(context, req, res, opened, null);
  });

  router.post('/rosters/:rosterToken/upload', ownPage, readUpload(context), async (req, res) => {
    const opened = await openOwn(req, res, req.params.rosterToken);
    if (opened === null) return;
    const form = await uploadedForm(req, 'file');
    if (!form.ok) return sendRefusal(context, req, res, 'malformed');
    if (form.value.file === null) {
      res.status(STATUS_OF['invalid-case']);
      return sendManage(context, req, res, opened, { in: 'file', outcome: 'no-file' });
    }
    const outcome = await rosters.uploadAgain(req.params.rosterToken, form.value.file);
    if (outcome.kind === 'uploaded') return sendUploadReport(context, req, res, outcome, false);
    if (outcome.kind === 'unknown' || outcome.kind === 'view-only')
      return sendRefusal(context, req, res, REFUSAL_OF[outcome.kind]);
    res.status(STATUS_OF['impossible-facts']);
    sendManage(context, req, res, opened, { in: 'file', outcome });
  });

  router.post('/rosters/:rosterToken/people/remove', ownPage, readListForm(context), async (req, res) => {
    const values = formValues(req);
    const refs = formTexts(values, formText(values, 'all') === '' ? 'person' : 'shown');
    backToBoard(req, res, await rosters.removePeople(req.params.rosterToken, refs), 'removed');
  });

  router.post('/rosters/:rosterToken/settings', ownPage, readForm(context), async (req, res) => {
    const opened = await openOwn(req, res, req.params.rosterToken);
    if (opened === null) return;
    const typed = typedSettings(formValues(req));
    const outcome = await rosters.change(req.params.rosterToken, settingsOf(typed));
    if (outcome.kind !== 'invalid') return backToBoard(req, res, outcome, 'changed');
    res.status(STATUS_OF['invalid-case']);
    sendManage(context, req, res, opened, { in: 'settings', typed, faults: outcome.problems });
  });

  router.post('/rosters/:rosterToken/renew', ownPage, readForm(context), async (req, res) => {
    const opened = await openOwn(req, res, req.params.rosterToken);
    if (opened === null) return;
    const asked = formTexts(formValues(req), 'link');
    const kinds = LINK_KINDS.filter((kind) => asked.includes(kind));
    if (kinds.length === 0) {
      res.status(STATUS_OF['invalid-case']);
      return sendManage(context, req, res, opened, { in: 'links' });
    }
    const outcome = await rosters.renewLinks(req.params.rosterToken, kinds);
    backToBoard(req, res, outcome, 'renewed');
  });

  router.get('/rosters/:rosterToken/delete', async (req, res) => {
    const opened = await openOwn(req, res, req.params.rosterToken);
    if (opened === null) return;
    const words = rosterPageWordsOf(localeOf(req)).manage;
    res.send(
      renderQuestionPage({
        frame: frameOf(context, req),
        title: words.removeAsk,
        text: words.removeAskText(opened.links.size),
        action: inChosenLanguage(req, req.path),
        button: words.removeButton,
        backHref: inChosenLanguage(req, boardPath(opened.tokens)),
      }),
    );
  });

  router.post('/rosters/:rosterToken/delete', ownPage, async (req, res) => {
    const outcome = await rosters.remove(req.params.rosterToken);
    if (outcome !== 'removed') return sendRefusal(context, req, res, REFUSAL_OF[outcome]);
    const words = rosterPageWordsOf(localeOf(req)).manage;
    res.send(renderSentencePage(frameOf(context, req, '/rosters'), words.removed, words.removedText));
  });

  return router;
}
