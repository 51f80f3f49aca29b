// What became of an upload, as the answer to it.

import type { Response } from 'express';
import type { UploadChange } from '../../../app/stored-roster/merge-upload.ts';
import type { UploadOutcome } from '../../../app/stored-roster/upload.ts';
import { parseDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import { type PersonLines, renderUploadPage } from '../../../emitters/pages/roster/upload-page.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { dayWords } from '../../../emitters/wording/day-words.ts';
import type { Policy } from '../../../policies/policy.ts';
import { shownAnswer } from '../ask/shown-answers.ts';
import { caseFaultText, faultLines } from '../forms/roster-faults.ts';
import { frameOf } from '../frame-of.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { boardPath, rosterLinks } from './roster-links.ts';

export function sendUploadReport(
  context: HttpContext,
  req: AnyRequest,
  res: Response,
  { opened, report }: Extract<UploadOutcome, { kind: 'uploaded' }>,
  isNew: boolean,
): void {
  const { lastbus, options } = context;
  const locale = localeOf(req);
  const policy = lastbus.findPolicy(opened.stored.policyId);
  const words = rosterPageWordsOf(locale).upload;
  const path = boardPath(opened.tokens);
  const linesOf = (
    people: readonly { readonly ref: string }[],
    say: (change: UploadChange) => string,
    changesOf: (ref: string) => readonly UploadChange[],
  ): PersonLines[] =>
    people.flatMap(({ ref }) => {
      const lines = changesOf(ref).map(say);
      return lines.length === 0 ? [] : [{ ref, lines }];
    });
  const byRef = new Map(report.changed.map((person) => [person.ref, person]));
  const told = (change: UploadChange, say: (what: string, before: string, after: string) => string) => {
    const { what, before, after } = changeInWords(change, policy, locale);
    return say(what, before, after);
  };
  res.send(
    renderUploadPage({
      frame: frameOf(context, req, path),
      planned: opened.links.size,
      boardHref: inChosenLanguage(req, path),
      keep: isNew ? rosterLinks(options.publicUrl, opened.tokens).edit : null,
      faults: faultLines(report.faults, policy, locale),
      unused: report.unused,
      added: report.added.length,
      unchanged: report.unchanged,
      changed: linesOf(
        report.changed,
        (change) => told(change, words.change),
        (ref) => byRef.get(ref)?.changes ?? [],
      ),
      kept: linesOf(
        report.changed,
        (change) => told(change, words.kept),
        (ref) => byRef.get(ref)?.kept ?? [],
      ),
      refused: report.changed
        .filter(({ refused }) => refused.length > 0)
        .map(({ ref, refused }) => ({
          ref,
          lines: refused.map((fault) => caseFaultText(fault, policy, locale)),
        })),
      absent: report.absent,
      removeAction: inChosenLanguage(req, `${path}/people/remove`),
    }),
  );
}

/** What changed as its question, or as the title of its step, with the values as people read them. */
function changeInWords(
  { section, id, before, after }: UploadChange,
  policy: Policy | undefined,
  locale: Locale,
) {
  const words = rosterPageWordsOf(locale).upload;
  const fact = section === 'facts' ? policy?.facts.find((one) => one.id === id) : undefined;
  if (fact !== undefined) {
    const shown = (value: unknown) =>
      value === null ? words.nothing : shownAnswer(fact, String(value), locale);
    return { what: fact.question[locale], before: shown(before), after: shown(after) };
  }
  const activity = policy?.activities.get(id);
  const day = (value: unknown) => {
    const known = typeof value === 'string' ? parseDay(value) : null;
    return known === null ? null : dayWords(known, locale, null);
  };
  const noted = (value: unknown) => {
    const { startedOn, finishedOn, outcome } = Object(value);
    const ended =
      typeof outcome === 'string' ? (activity?.outcomes.get(outcome)?.title[locale] ?? outcome) : null;
    return words.actual(day(startedOn), day(finishedOn), ended) || words.nothing;
  };
  return { what: activity?.title[locale] ?? id, before: noted(before), after: noted(after) };
}
