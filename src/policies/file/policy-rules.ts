// What must hold between the parts of a policy file beyond the shape of each: names that are used exist, names
// that exist are used, defaults are of their fact's type, days do not contradict each other.

import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import type { Fault, Path } from '../../domain/problem.ts';
import { isFileValue, type Origin } from './merge.ts';
import { type NameKind, SECTION, usedNames, usesOf } from './names-in-file.ts';
import type { PolicyFile } from './policy-shape.ts';
import { ROUTE_RULES } from './route-rules.ts';

type PolicyRule = (file: PolicyFile, origin: Origin) => Fault[];

/** What every reading of a file must keep, too. */
const RULES_OF_READINGS: readonly PolicyRule[] = [
  namesExist,
  factsOfRightType,
  cutoffsInsideWindow,
  extensionsEnd,
  ...ROUTE_RULES,
];

const RULES: readonly PolicyRule[] = [
  ...RULES_OF_READINGS,
  namesAreUsed,
  choicesFit,
  defaultsFit,
  zoneExists,
  projectedSaysSo,
];

/** Every fault between the parts of a file whose shape is right. */
export function checkPolicyFile(file: PolicyFile, origin: Origin): Fault[] {
  return RULES.flatMap((rule) => rule(file, origin));
}

/** The same of a file as one of its readings has it: what a reading cannot change is not looked at again. */
export function checkReading(file: PolicyFile, origin: Origin): Fault[] {
  return RULES_OF_READINGS.flatMap((rule) => rule(file, origin));
}

function namesExist(file: PolicyFile): Fault[] {
  const isPlannable = Object.keys(file.routes).length > 0;
  return usesOf(file).flatMap(({ kind, name, path }): Fault[] => {
    const section = file[SECTION[kind]];
    // Where only windows and fees are known there are no activities that a cutoff could bind.
    if (Object.hasOwn(section, name) || (!isPlannable && path.at(-1) === 'binds')) return [];
    return [{ path, what: `unknown ${kind}`, value: name, allowed: Object.keys(section).join(' | ') }];
  });
}

/** What the file got from the one it is based on may fall out of use; what it says itself may not. */
function namesAreUsed(file: PolicyFile, { inherited }: Origin): Fault[] {
  const used = usedNames(file);
  const isPlannable = Object.keys(file.routes).length > 0;
  const kinds: NameKind[] = isPlannable
    ? ['source', 'fact', 'cutoff', 'activity']
    : ['source', 'fact', 'activity'];
  return kinds.flatMap((kind) => {
    const section = SECTION[kind];
    const before = inherited?.[section];
    return Object.keys(file[section]).flatMap((name): Fault[] => {
      if (used.has(`${kind}:${name}`) || (isFileValue(before) && Object.hasOwn(before, name))) return [];
      if (kind === 'cutoff' && file.cutoffs[name]?.replaces !== undefined) return [];
      return [
        {
          path: [section, name],
          what: `${kind} that nothing uses`,
          value: name,
          allowed: 'use it, or leave it out',
        },
      ];
    });
  });
}

function choicesFit({ facts }: PolicyFile): Fault[] {
  return Object.entries(facts).flatMap(([id, { type, choices }]): Fault[] => {
    if ((type === 'choice') === (choices !== undefined)) return [];
    return [
      {
        path: ['facts', id],
        what: 'choices and type do not fit',
        value: type,
        allowed: 'choices for type choice, and only there',
      },
    ];
  });
}

function defaultsFit({ facts }: PolicyFile): Fault[] {
  return Object.entries(facts).flatMap(([id, { type, choices, default: value }]): Fault[] => {
    if (value === undefined) return [];
    const fits = {
      date: typeof value === 'string' && parseDay(value) !== null,
      'date-or-month': typeof value === 'string',
      month: typeof value === 'string',
      choice: typeof value === 'string' && Object.hasOwn(choices ?? {}, value),
      boolean: typeof value === 'boolean',
      integer: typeof value === 'number',
    }[type];
    if (fits) return [];
    return [{ path: ['facts', id, 'default'], what: 'not of the type of the fact', value, allowed: type }];
  });
}

const DAY_TYPES = ['date', 'month', 'date-or-month'];

/** A day is counted from a fact that is one, a period and a wait from one that is a number. */
function factsOfRightType(file: PolicyFile): Fault[] {
  return usesOf(file).flatMap(({ kind, name, path }): Fault[] => {
    const type = kind === 'fact' ? file.facts[name]?.type : undefined;
    if (type === undefined) return [];
    const counts = ['planning', 'plus', 'minus'].includes(String(path.at(-2)));
    const allowed = counts ? ['integer'] : DAY_TYPES;
    if (allowed.includes(type)) return [];
    return [
      { path, what: `a fact of type ${type}`, value: name, allowed: `one of type ${allowed.join(', ')}` },
    ];
  });
}

const ZONES = new Set(Intl.supportedValuesOf('timeZone'));

function zoneExists({ zone }: PolicyFile): Fault[] {
  if (ZONES.has(zone)) return [];
  return [
    { path: ['zone'], what: 'unknown time zone', value: zone, allowed: 'an IANA name such as Asia/Shanghai' },
  ];
}

/** No cutoff lies before the window opens, a range not backwards, an extension not before what it extends. */
function cutoffsInsideWindow({ window, cutoffs }: PolicyFile): Fault[] {
  const opensOn = window.opensOn?.on ?? null;
  return Object.entries(cutoffs).flatMap(([id, { on, until, replaces }]): Fault[] => {
    if (typeof on !== 'number') return [];
    const replaced = replaces === undefined ? undefined : cutoffs[replaces]?.on;
    const early = (from: Day, what: string): Fault[] =>
      on < from
        ? [
            {
              path: ['cutoffs', id, 'on'],
              what,
              value: formatDay(on),
              allowed: `${formatDay(from)} or later`,
            },
          ]
        : [];
    const backwards: Fault[] =
      until !== undefined && until < on
        ? [
            {
              path: ['cutoffs', id, 'until'],
              what: 'a range that ends before it begins',
              value: formatDay(until),
              allowed: `${formatDay(on)} or later`,
            },
          ]
        : [];
    return [
      ...(opensOn === null ? [] : early(opensOn, 'a cutoff before the window opens')),
      ...(typeof replaced === 'number'
        ? early(replaced, 'an extension before the cutoff that it replaces')
        : []),
      ...backwards,
    ];
  });
}

/** Who follows the extensions of a cutoff comes to one end. */
function extensionsEnd({ cutoffs }: PolicyFile): Fault[] {
  return Object.entries(cutoffs).flatMap(([id, { replaces }]): Fault[] => {
    if (replaces === undefined) return [];
    const fault = (what: string, allowed: string): Fault[] => [
      { path: ['cutoffs', id, 'replaces'], what, value: replaces, allowed },
    ];
    const seen = new Set<string>();
    for (let next: string | undefined = replaces; next !== undefined; next = cutoffs[next]?.replaces) {
      if (next === id) return fault('cutoffs that replace each other', 'an older one');
      if (seen.has(next)) break;
      seen.add(next);
    }
    const isAlone = Object.entries(cutoffs).every(
      ([other, one]) => other === id || one.replaces !== replaces,
    );
    return isAlone
      ? []
      : fault('a cutoff that two others replace', 'one each: a second extension replaces the first');
  });
}

/** A year that is not published yet names the one it is projected from, and passes nothing off as announced. */
function projectedSaysSo(file: PolicyFile, { isAnnounced }: Origin): Fault[] {
  const { status, basedOn, window, cutoffs, fees, policyYear } = file;
  if (status !== 'projected' || isAnnounced) return [];
  const told: [Path, string | undefined][] = [
    [['window', 'opensOn', 'status'], window.opensOn?.status],
    ...Object.entries(cutoffs).map(([id, cutoff]): [Path, string] => [
      ['cutoffs', id, 'status'],
      cutoff.status,
    ]),
    ...Object.entries(fees)
      .filter(([, fee]) => (fee.policyYear ?? policyYear) >= policyYear)
      .map(([id, fee]): [Path, string] => [['fees', id, 'status'], fee.status]),
  ];
  return [
    ...(basedOn === undefined
      ? [
          {
            path: ['status'],
            what: 'projected from nothing',
            value: status,
            allowed: 'with basedOn: the policy it is projected from',
          },
        ]
      : []),
    ...told
      .filter(([, known]) => known !== undefined && known !== 'expected')
      .map(([path, value]) => ({
        path,
        what: 'announced in a policy that is only projected',
        value,
        allowed: 'expected; or an announcement laid over it',
      })),
  ];
}
