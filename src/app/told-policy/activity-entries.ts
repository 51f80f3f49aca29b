// The steps of a policy in words: what they are, how long they take and who says so, when they are possible.

import { wordsOf } from '../../emitters/wording/wording.ts';
import type { PolicyFile } from '../../policies/file/policy-shape.ts';
import { type Entry, entriesOf, type Part, type Telling } from './entry.ts';
import { conditional, dayRuleParts, periodWords } from './value-words.ts';

type Activity = PolicyFile['activities'][string];
type Duration = Activity['duration'][number];

export function activityEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.activities).flatMap(([id, activity]) => {
    const { source, place, startsOn, channels, finishRolls, window } = activity;
    return entriesOf(telling, 'activities', id, [
      { key: 'title', label: label.title, value: activity.title[locale], source },
      { key: 'actor', label: label.actor, value: wordsOf(locale).actor[activity.actor], source },
      activity.accompaniedBy === undefined
        ? null
        : {
            key: 'accompaniedBy',
            label: label.accompaniedBy,
            value: wordsOf(locale).actor[activity.accompaniedBy],
            source,
          },
      activity.renews === undefined
        ? null
        : {
            key: 'renews',
            label: label.renews,
            value: file.facts[activity.renews]?.question[locale] ?? activity.renews,
            source,
          },
      place === undefined ? null : { key: 'place', label: label.place, value: place[locale], source },
      ...durationParts(telling, activity.duration),
      { key: 'startsOn', label: label.startsOn, value: words.startsOn[startsOn], source },
      channels === undefined
        ? null
        : { key: 'channels', label: label.channels, value: channelWords(telling, channels), source },
      finishRolls === 'none'
        ? null
        : { key: 'finishRolls', label: label.finishRolls, value: words.finishRolls[finishRolls], source },
      ...dayRuleParts(telling, 'opensOn', label.opens, window?.opensOn),
      ...dayRuleParts(telling, 'closesOn', label.closes, window?.closesOn),
      ...toldParts(telling, 'bring', label.bring, activity.bring, source),
      ...toldParts(telling, 'tips', label.tip, activity.tips, source),
      ...outcomeParts(telling, activity),
    ]);
  });
}

/** Planning value, what was observed and the legal limit, each on its own source's word. */
export function durationParts(telling: Telling, durations: readonly Duration[]): Part[] {
  const { label } = telling.words;
  const { words } = telling;
  return durations.flatMap(({ when, planning, observed, legalLimit }) => {
    const part = (key: 'planning' | 'observed' | 'legalLimit', value: string, source: string): Part => ({
      key: `duration/${when ?? ''}/${key}`,
      label: `${label.duration}, ${label[key]}`,
      value: conditional(telling, value, when),
      source,
    });
    const parts: Part[] = [];
    if (planning !== undefined) {
      const period =
        'fact' in planning ? words.asIn(planning.unit, planning.fact) : periodWords(telling, planning);
      parts.push(part('planning', period, planning.source));
    }
    if (observed !== undefined) {
      const { min, mode, max, source } = observed;
      const range = [min, mode, max].map((period) => periodWords(telling, period)).join(' … ');
      parts.push(part('observed', range, source));
    }
    if (legalLimit !== undefined)
      parts.push(part('legalLimit', periodWords(telling, legalLimit), legalLimit.source));
    return parts;
  });
}

function channelWords({ words }: Telling, channels: NonNullable<Activity['channels']>): string {
  return words.list(
    (['online', 'counter'] as const).flatMap((channel) => {
      const startsOn = channels[channel];
      return startsOn === undefined ? [] : [`${words.channel[channel]} ${words.startsOn[startsOn]}`];
    }),
  );
}

/** Texts come and go: each is known by its Chinese wording, not by its place in the list. */
function toldParts(
  telling: Telling,
  key: string,
  label: string,
  texts: Activity['tips'],
  fallback: string,
): Part[] {
  return texts.map((text) => ({
    key: `${key}/${text.zh}`,
    label,
    value: conditional(telling, text[telling.locale], text.when),
    source: text.source ?? fallback,
  }));
}

function outcomeParts({ locale, words }: Telling, { outcomes }: Activity): Part[] {
  return Object.entries(outcomes ?? {}).map(([id, { title, means, instead, source }]) => ({
    key: `outcomes/${id}`,
    label: `${words.label.outcome}, ${id}`,
    value: words.list([
      title[locale],
      means[locale],
      ...(instead === undefined ? [] : [wordsOf(locale).label(words.label.instead, instead[locale])]),
    ]),
    source,
  }));
}
