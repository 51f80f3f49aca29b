// What a policy is, what it asks, and between which days: the first parts of a policy in words.

import { formatDay } from '../../domain/day.ts';
import { dayWords } from '../../emitters/wording/day-words.ts';
import { wordsOf } from '../../emitters/wording/wording.ts';
import { type Entry, entriesOf, type Part, type Telling } from './entry.ts';
import { countedWords, oneLine } from './value-words.ts';

export function identityEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return entriesOf(telling, 'policy', '', [
    { key: 'title', label: label.title, value: file.title[locale] },
    { key: 'status', label: label.status, value: words.status[file.status] },
    { key: 'place', label: label.place, value: file.place[locale] },
    { key: 'year', label: label.year, value: String(file.policyYear) },
    { key: 'zone', label: label.zone, value: file.zone },
    { key: 'calendar', label: label.calendar, value: file.calendar },
    { key: 'verifiedOn', label: label.verifiedOn, value: formatDay(file.verifiedOn) },
    {
      key: 'askWhom',
      label: label.askWhom,
      value: file.askWhom.text[locale],
      source: file.askWhom.source,
    },
  ]);
}

export function factEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.facts).flatMap(([id, fact]) => {
    const choices = Object.entries(fact.choices ?? {}).map(([choice, text]) =>
      wordsOf(locale).label(choice, text[locale]),
    );
    const type = words.factType[fact.type];
    const missing = fact.required ? words.required : words.mayBeUnknown;
    const rest = fact.default === undefined ? missing : words.standard(String(fact.default));
    return entriesOf(telling, 'facts', id, [
      { key: 'question', label: label.question, value: fact.question[locale] },
      { key: 'type', label: label.answer, value: words.list([[type, ...choices].join(' | '), rest]) },
      fact.askWhen === undefined
        ? null
        : { key: 'askWhen', label: label.askedWhen, value: oneLine(fact.askWhen) },
      fact.afterDone === undefined
        ? null
        : { key: 'afterDone', label: label.afterDone, value: String(fact.afterDone) },
      fact.help === undefined ? null : { key: 'help', label: label.help, value: fact.help[locale] },
    ]);
  });
}

export function windowEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { opensOn } = file.window;
  if (opensOn === undefined) return [];
  const status = wordsOf(locale).cutoffStatus[opensOn.status];
  const value = words.list([dayWords(opensOn.on, locale, null), status]);
  return entriesOf(telling, 'window', '', [
    { key: 'opensOn', label: words.label.opens, value, source: opensOn.source },
  ]);
}

export function cutoffEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  return Object.entries(file.cutoffs).flatMap(([id, cutoff]) => {
    const { on, until, at, channel, status, binds, replaces, source } = cutoff;
    const first = typeof on === 'number' ? dayWords(on, locale, null) : countedWords(telling, on);
    const value = words.list([
      first,
      ...(until === undefined ? [] : [words.until(dayWords(until, locale, null))]),
      wordsOf(locale).cutoffStatus[status],
      ...(channel === undefined ? [] : [words.channel[channel]]),
      ...(replaces === undefined ? [] : [words.replaces(replaces)]),
    ]);
    const time: Part | null =
      at === undefined ? null : { key: 'at', label: words.label.time, value: at.time, source: at.source };
    return entriesOf(telling, 'cutoffs', id, [
      { key: 'on', label: words.label.day, value, source },
      time,
      { key: 'binds', label: words.label.binds, value: binds, source },
    ]);
  });
}
