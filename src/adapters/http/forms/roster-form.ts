// What HR types beside its file, and whom the board is asked for.

import type { RosterSettings } from '../../../app/stored-roster/roster-settings.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Actor } from '../../../domain/planned-activity.ts';
import type { Fault } from '../../../domain/problem.ts';
import { VERDICTS_BY_URGENCY } from '../../../domain/roster/urgency.ts';
import { type BoardFilters, WHO_NAMES } from '../../../emitters/pages/roster/board-filters.ts';
import type { SettingsFaults, TypedSettings } from '../../../emitters/pages/roster/settings-view.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { type FormValues, formText } from './case-form.ts';

export function typedSettings(values: FormValues): TypedSettings {
  const text = (name: keyof TypedSettings) => formText(values, name).trim();
  return {
    title: text('title'),
    approvals: text('approvals'),
    visits: text('visits'),
    onDays: text('onDays'),
    daysOff: text('daysOff'),
  };
}

/** `5` of visits is `visits=5/day`; whatever else was typed there is refused with the rest. */
export function settingsOf({ title, approvals, visits, onDays, daysOff }: TypedSettings): RosterSettings {
  const daily = (kind: string, places: string) =>
    places === '' ? [] : [`${kind}=${places.normalize('NFKC')}/day`];
  const capacity = [...daily('approvals', approvals), ...daily('visits', visits), onDays];
  return { title, capacity: capacity.filter((part) => part !== '').join(','), daysOff };
}

const DAILY = /^(?:(approvals|visits)=)?(\d+)\/day$/;

/** The fields again of what is stored; of two numbers for one thing the last one counts. */
export function typedOf({ title, capacity, daysOff }: RosterSettings): TypedSettings {
  const places = { approvals: '', visits: '' };
  const rest: string[] = [];
  for (const part of capacity.split(/[,，]/).map((text) => text.trim())) {
    const [whole, kind, count = ''] = DAILY.exec(part) ?? [];
    if (whole === undefined) rest.push(part);
    else if (kind === 'approvals' || kind === 'visits') places[kind] = count;
    else Object.assign(places, { approvals: count, visits: count });
  }
  return { title, ...places, onDays: rest.join(', '), daysOff };
}

/** Each fault beside the field that it was typed in. */
export function settingsFaults(
  faults: readonly Fault[],
  typed: TypedSettings,
  locale: Locale,
): SettingsFaults {
  const words = rosterPageWordsOf(locale).field;
  const told: { -readonly [name in keyof SettingsFaults]: SettingsFaults[name] } = {};
  for (const { path, value } of faults) {
    if (path[0] === 'title') told.title = words.notTitle;
    if (path[0] === 'daysOff') told.daysOff = words.notDaysOff(String(value ?? typed.daysOff));
    if (path[0] !== 'capacity') continue;
    const daily = (['approvals', 'visits'] as const).find((kind) =>
      String(value).startsWith(`${kind}=${typed[kind].normalize('NFKC')}/day`),
    );
    if (daily === undefined) told.onDays = words.notDaysOff(String(value));
    else told[daily] = words.notCapacity(typed[daily]);
  }
  return told;
}

/** What the query of a board asks for; what it cannot mean is as if it were not there. */
export function boardFilters(query: FormValues): BoardFilters {
  const text = (name: string) => formText(query, name).trim();
  const verdict = VERDICTS_BY_URGENCY.find((known) => known === text('verdict')) ?? null;
  const actors = Object.keys(WHO_NAMES) as Actor[];
  const page = /^[1-9]\d{0,5}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    verdict,
    who: actors.find((actor) => WHO_NAMES[actor] === text('who')) ?? null,
    step: text('step') || null,
    ref: text('ref'),
    page,
  };
}

/** Every text of a name, in order. */
export function formTexts(values: FormValues, name: string): string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return [value].flat().filter((text) => typeof text === 'string');
}
