// The first page of rosters, for HR: what to upload, a template of it, and the upload that makes a roster.

import { type Response, Router } from 'express';
import type { UploadOutcome } from '../../../app/stored-roster/upload.ts';
import type { Fault } from '../../../domain/problem.ts';
import { NO_SETTINGS, type TypedSettings } from '../../../emitters/pages/roster/settings-view.ts';
import { renderRosterStartPage } from '../../../emitters/pages/roster/start-page.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { smallCsv } from '../../../emitters/roster/small-csv.ts';
import { isPlannable, type Policy } from '../../../policies/policy.ts';
import { templateColumns } from '../../../policies/roster/template-columns.ts';
import { policiesInSeason, policyInSeason } from '../../../policies/running-season.ts';
import { formText } from '../forms/case-form.ts';
import { columnHelp, columnName } from '../forms/roster-columns-help.ts';
import { caseFaultText, faultLines } from '../forms/roster-faults.ts';
import { settingsFaults, settingsOf, typedSettings } from '../forms/roster-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { STATUS_OF, sendRefusal } from '../refusals.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { keepPrivate } from '../security-headers.ts';
import { readUpload, uploadedForm } from '../uploaded-form.ts';
import { sendUploadReport } from './upload-report.ts';

const TEMPLATE_FILE = 'lastbus-roster.csv';

export function rosterStartRoutes(context: HttpContext): Router {
  const { lastbus } = context;
  const router = Router();
  const policyOf = (id: string): Policy | undefined =>
    id === '' ? policyInSeason(lastbus.listPolicies(), lastbus.todayIn) : lastbus.findPolicy(id);

  interface Upload {
    readonly typed: TypedSettings;
    readonly policyId: string;
    readonly outcome: Exclude<UploadOutcome, { kind: 'uploaded' }> | 'no-file' | null;
  }

  const sendStart = (req: AnyRequest, res: Response, { typed, policyId, outcome }: Upload) => {
    const policy = policyOf(policyId);
    if (policy === undefined || !isPlannable(policy)) return sendRefusal(context, req, res, 'not-found');
    const locale = localeOf(req);
    const columns = templateColumns(policy);
    const problems: readonly Fault[] =
      outcome !== null && outcome !== 'no-file' && outcome.kind === 'invalid' ? outcome.problems : [];
    const ofPolicy = problems.find(({ path }) => path[0] === 'policy');
    const noFile = outcome === 'no-file' ? rosterPageWordsOf(locale).field.noFile : null;
    res.send(
      renderRosterStartPage({
        frame: frameOf(context, req, '/rosters'),
        columns: columns.first.map((column) => columnHelp(column, locale)),
        more: columns.more.map((column) => columnHelp(column, locale)),
        policies: policiesInSeason(lastbus.listPolicies(), lastbus.todayIn).map(({ id, title }) => ({
          id,
          title: title[locale],
          isChosen: id === policy.id,
        })),
        typed,
        faults: settingsFaults(problems, typed, locale),
        fileFault: ofPolicy === undefined ? noFile : caseFaultText(ofPolicy, policy, locale),
        fileFaults:
          outcome !== null && outcome !== 'no-file' && outcome.kind === 'refused'
            ? faultLines(outcome.faults, policy, locale)
            : [],
      }),
    );
  };

  router.get('/rosters', (req, res) => {
    res.set('Cache-Control', 'private, no-cache');
    sendStart(req, res, { typed: NO_SETTINGS, policyId: '', outcome: null });
  });

  router.get('/rosters/template.csv', (req, res) => {
    const policy = policyOf(formText(req.query, 'policy'));
    if (policy === undefined) return sendRefusal(context, req, res, 'not-found');
    const names = templateColumns(policy).first.map((column) => columnName(column, localeOf(req)));
    res
      .attachment(TEMPLATE_FILE)
      .type('text/csv; charset=utf-8')
      .send(smallCsv([names]));
  });

  router.post(
    '/rosters',
    keepPrivate,
    requireSameOrigin(context),
    readUpload(context),
    async (req: AnyRequest, res: Response) => {
      const form = await uploadedForm(req, 'file');
      if (!form.ok) return sendRefusal(context, req, res, 'malformed');
      const { values, file } = form.value;
      const typed = typedSettings(values);
      const policyId = formText(values, 'policy');
      if (file === null) {
        res.status(STATUS_OF['invalid-case']);
        return sendStart(req, res, { typed, policyId, outcome: 'no-file' });
      }
      const outcome = await lastbus.rosters.create({
        octets: file,
        policyId: policyOf(policyId)?.id ?? policyId,
        settings: settingsOf(typed),
        locale: localeOf(req),
      });
      if (outcome.kind !== 'uploaded') {
        // The file could be read, and nothing in it planned; what stands beside it is a fault of form.
        res.status(outcome.kind === 'refused' ? STATUS_OF['impossible-facts'] : STATUS_OF['invalid-case']);
        return sendStart(req, res, { typed, policyId, outcome });
      }
      // Where the board is; the report itself is said once and has no address.
      res.status(201).location(inChosenLanguage(req, `/rosters/${outcome.opened.tokens.edit}`));
      sendUploadReport(context, req, res, outcome, true);
    },
  );

  return router;
}
