// The page of everything around a board, for the owner of its roster.

import type { Response } from 'express';
import type { OpenedRoster } from '../../../app/stored-roster/open-roster.ts';
import type { UploadOutcome } from '../../../app/stored-roster/upload.ts';
import type { Fault } from '../../../domain/problem.ts';
import { renderManagePage } from '../../../emitters/pages/roster/manage-page.ts';
import type { TypedSettings } from '../../../emitters/pages/roster/settings-view.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { formText } from '../forms/case-form.ts';
import { caseFaultText, faultLines } from '../forms/roster-faults.ts';
import { settingsFaults, typedOf } from '../forms/roster-form.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { sendRefusal } from '../refusals.ts';
import { boardPath, rosterLinks } from './roster-links.ts';
import { ADDRESS_NEWS } from './stored-plan-answer.ts';

/** What could not be carried out of a form of this page. */
export type ManageMishap =
  | { readonly in: 'settings'; readonly typed: TypedSettings; readonly faults: readonly Fault[] }
  | {
      readonly in: 'file';
      readonly outcome: Extract<UploadOutcome, { kind: 'refused' | 'invalid' }> | 'no-file';
    }
  | { readonly in: 'links' }
  | { readonly in: 'address'; readonly typed: string };

/** The roster for its owner; null: the request was refused. */
export async function openOwnRoster(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  token: string,
): Promise<OpenedRoster | null> {
  const opened = await context.lastbus.rosters.open(token, null);
  if (opened === undefined) sendRefusal(context, req, res, 'not-found');
  else if (opened.tokens.edit === null) sendRefusal(context, req, res, 'view-only');
  else return opened;
  return null;
}

/** The page, and what could not be carried out; its status is set before. */
export function sendManage(
  { lastbus, options, ...context }: HttpContext,
  req: AnyRequest,
  res: Response,
  opened: OpenedRoster,
  mishap: ManageMishap | null,
): void {
  const { stored, tokens, subscriptions } = opened;
  const locale = localeOf(req);
  const policy = lastbus.findPolicy(stored.policyId);
  const path = boardPath(tokens);
  const file = mishap?.in === 'file' ? mishap.outcome : null;
  const invalid = file !== null && file !== 'no-file' && file.kind === 'invalid' ? file.problems : [];
  const noFile = file === 'no-file' ? rosterPageWordsOf(locale).field.noFile : null;
  const typed = mishap?.in === 'settings' ? mishap.typed : typedOf(stored);
  res.send(
    renderManagePage({
      frame: frameOf({ lastbus, options, ...context }, req, `${path}/manage`),
      path,
      links: rosterLinks(options.publicUrl, tokens),
      typed,
      faults: mishap?.in === 'settings' ? settingsFaults(mishap.faults, typed, locale) : {},
      fileFault: invalid[0] === undefined ? noFile : caseFaultText(invalid[0], policy, locale),
      fileFaults:
        file !== null && file !== 'no-file' && file.kind === 'refused'
          ? faultLines(file.faults, policy, locale)
          : [],
      isNothingRenewed: mishap?.in === 'links',
      digest: {
        subscriptions,
        zone: policy?.zone ?? 'UTC',
        action: `${path}/reminders`,
        mailFolder: lastbus.mailFolder,
        publicUrl: options.publicUrl,
        news:
          req.method === 'GET'
            ? (ADDRESS_NEWS.find((one) => one === formText(req.query, 'address')) ?? null)
            : null,
        mishap:
          mishap?.in === 'address'
            ? { typed: mishap.typed, fault: pageWordsOf(locale).field.notAddress }
            : null,
      },
    }),
  );
}
