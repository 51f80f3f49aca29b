// What an authority has announced of a policy, as somebody typed it → checked against the policy.

import { DAY_FORM, type Day, formatDay, parseDay } from '../../domain/day.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import type { CutoffDefinition, Policy } from '../../policies/policy.ts';
import { readAddress, type SourceAddress } from './source-address.ts';

/** As typed; `path` of a fault begins with the option that it is about. */
export interface TypedAnnouncement {
  readonly cutoffs: readonly string[];
  readonly opens: string | undefined;
  readonly fees: readonly string[];
  readonly source: string | undefined;
  readonly published: string | undefined;
  readonly title: string | undefined;
}

export interface AnnouncedCutoff {
  /** The one that is in force until now. */
  readonly current: CutoffDefinition;
  readonly on: Day;
  /** Null: no time of day was announced. */
  readonly at: string | null;
}

export interface Announcement {
  readonly cutoffs: readonly AnnouncedCutoff[];
  readonly opensOn: Day | null;
  readonly fees: readonly { readonly group: string; readonly amount: number }[];
  readonly source: SourceAddress & { readonly title: string | null; readonly publishedOn: Day };
}

/**
 * Every fault at once, or what was announced.
 *
 * @param policy null: nobody knows it; then only the forms are checked.
 * @param today in the policy's zone.
 */
export function parseAnnouncement(
  typed: TypedAnnouncement,
  policy: Policy | null,
  today: Day,
): Result<Announcement> {
  const faults: Fault[] = [];
  const note = <T>(read: Result<T>): T | null => {
    if (read.ok) return read.value;
    faults.push(...read.problems);
    return null;
  };
  const opensOn = typed.opens === undefined ? null : note(readDay('--opens', typed.opens));
  const cutoffs = typed.cutoffs.flatMap((text) => note(readCutoff(text, policy)) ?? []);
  const fees = typed.fees.flatMap((text) => note(readFee(text, policy)) ?? []);
  const address = note(readAddress(typed.source));
  const publishedOn = note(readPublished(typed.published, today));
  faults.push(
    ...nothingAnnounced(typed),
    ...twice(
      '--fee',
      fees.map(({ group }) => group),
    ),
  );
  faults.push(
    ...twice(
      '--cutoff',
      cutoffs.map(({ current }) => current.id),
    ),
  );
  if (policy !== null) faults.push(...daysOutOfOrder(policy, opensOn, cutoffs));
  if (faults.length > 0 || address === null || publishedOn === null) return { ok: false, problems: faults };
  const source = { ...address, publishedOn, title: typed.title ?? null };
  return { ok: true, value: { cutoffs, opensOn, fees, source } };
}

function readDay(option: string, text: string): Result<Day> {
  const day = parseDay(text);
  if (day !== null) return { ok: true, value: day };
  return refused(option, 'not a day', text, DAY_FORM);
}

function readPublished(text: string | undefined, today: Day): Result<Day> {
  const option = '--published';
  if (text === undefined) return refused(option, 'missing', undefined, `a day, ${DAY_FORM}`);
  const day = readDay(option, text);
  if (!day.ok || day.value <= today) return day;
  return refused(option, 'published after today', text, `${formatDay(today)} or earlier`);
}

const CUTOFF_FORM = '[CUTOFF=]DAY[THH:MM], for example 2026-12-25T17:30';

function readCutoff(text: string, policy: Policy | null): Result<AnnouncedCutoff | null> {
  const option = '--cutoff';
  const [, name, date = '', at] =
    /^(?:([^=]*)=)?(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(text) ?? [];
  const on = parseDay(date);
  if (on === null) return refused(option, 'not a cutoff', text, CUTOFF_FORM);
  if (policy === null) return { ok: true, value: null };
  const known = [...policy.cutoffs.keys()].join(' | ') || 'none: the policy has no cutoff';
  if (name !== undefined && !policy.cutoffs.has(name)) return refused(option, 'unknown cutoff', name, known);
  const current = policy.cutoffs.get(name ?? usualCutoff(policy) ?? '');
  if (current === undefined) return refused(option, 'it does not say which cutoff', text, known);
  return { ok: true, value: { current, on, at: at ?? null } };
}

/** The one that every route has to meet; without routes the only one there is. */
function usualCutoff({ routes, cutoffs }: Policy): string | null {
  const named = new Set(routes.map(({ cutoff }) => cutoff));
  const inForce = new Set([...cutoffs.values()].map(({ id }) => id));
  const [only, ...others] = named.size > 0 ? named : inForce;
  return only === undefined || others.length > 0 ? null : only;
}

function readFee(text: string, policy: Policy | null): Result<{ group: string; amount: number }> {
  const option = '--fee';
  const [, group = '', amount] = /^([^=]*)=(\d{1,9})$/.exec(text) ?? [];
  if (amount === undefined) return refused(option, 'not a fee', text, 'GROUP=AMOUNT, in whole yuan');
  if (policy === null || policy.fees.some((fee) => fee.group === group))
    return { ok: true, value: { group, amount: Number(amount) } };
  const known = policy.fees.map((fee) => fee.group).join(' | ') || 'none: the policy has no fees';
  return refused(option, 'unknown fee group', group, known);
}

function nothingAnnounced({ cutoffs, opens, fees }: TypedAnnouncement): Fault[] {
  if (cutoffs.length > 0 || fees.length > 0 || opens !== undefined) return [];
  return [{ path: ['announce'], what: 'nothing is announced', allowed: '--cutoff, --opens or --fee' }];
}

function twice(option: string, names: readonly string[]): Fault[] {
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((value) => ({ path: [option], what: 'announced twice', value, allowed: 'each once' }));
}

/** A window that closes before it opens, whichever of the two is new. */
function daysOutOfOrder(policy: Policy, opensOn: Day | null, cutoffs: readonly AnnouncedCutoff[]): Fault[] {
  const opening = opensOn ?? policy.opening?.on ?? null;
  if (opening === null) return [];
  const announced = new Set(cutoffs.map(({ current }) => current.id));
  const early = cutoffs.filter(({ on }) => on < opening);
  const passed = [...new Set(policy.cutoffs.values())].filter(
    ({ id, on: { from, amount } }) =>
      opensOn !== null && !announced.has(id) && from.kind === 'day' && amount === 0 && from.day < opensOn,
  );
  return [
    ...early.map(({ on }) => ({
      path: ['--cutoff'],
      what: 'a cutoff before the window opens',
      value: formatDay(on),
      allowed: `${formatDay(opening)} or later`,
    })),
    ...passed.map(({ id }) => ({
      path: ['--opens'],
      what: `an opening after the cutoff ${id}`,
      value: formatDay(opening),
      allowed: 'an earlier day, or a --cutoff with it',
    })),
  ];
}

function refused<T>(option: string, what: string, value: string | undefined, allowed: string): Result<T> {
  return { ok: false, problems: [{ path: [option], what, value, allowed }] };
}
