// What must hold between the parts of a policy file beyond the shape of each: names that are used exist, names
// that exist are used, defaults are of their fact's type.

import { parseDay } from '../../domain/day.ts';
import type { Fault, Path } from '../../domain/problem.ts';
import type { PolicyFile } from './policy-shape.ts';

type Rule = (file: PolicyFile) => Fault[];

const RULES: readonly Rule[] = [namesExist, namesAreUsed, choicesFit, defaultsFit, zoneExists];

/** Every fault between the parts of a file whose shape is right. */
export function checkPolicyFile(file: PolicyFile): Fault[] {
  return RULES.flatMap((rule) => rule(file));
}

type Kind = 'source' | 'fact' | 'cutoff' | 'activity';

interface Use {
  readonly kind: Kind;
  readonly name: string;
  readonly path: Path;
}

const SECTION: Readonly<Record<Kind, 'sources' | 'facts' | 'cutoffs' | 'activities'>> = {
  source: 'sources',
  fact: 'facts',
  cutoff: 'cutoffs',
  activity: 'activities',
};

/** These keys hold a name of another section wherever they stand. */
function isKind(key: string): key is Kind {
  return Object.hasOwn(SECTION, key);
}

function* usesIn(value: unknown, path: Path): Generator<Use> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (isKind(key) && typeof inner === 'string') yield { kind: key, name: inner, path: here };
    else yield* usesIn(inner, here);
  }
}

function usesOf(file: PolicyFile): Use[] {
  const { sources: _, ...rest } = file;
  return [...usesIn(rest, [])];
}

function namesExist(file: PolicyFile): Fault[] {
  return usesOf(file).flatMap(({ kind, name, path }): Fault[] => {
    const section = file[SECTION[kind]];
    if (Object.hasOwn(section, name)) return [];
    return [{ path, what: `unknown ${kind}`, value: name, allowed: Object.keys(section).join(' | ') }];
  });
}

function namesAreUsed(file: PolicyFile): Fault[] {
  const used = new Set(usesOf(file).map(({ kind, name }) => `${kind}:${name}`));
  // A fact may also be named in a condition, as facts.ID.
  const conditions = JSON.stringify(file);
  return (Object.entries(SECTION) as [Kind, (typeof SECTION)[Kind]][]).flatMap(([kind, section]) =>
    Object.keys(file[section]).flatMap((name): Fault[] => {
      if (used.has(`${kind}:${name}`)) return [];
      if (kind === 'fact' && new RegExp(`facts\\.${name}\\b`).test(conditions)) return [];
      return [
        {
          path: [section, name],
          what: `${kind} that nothing uses`,
          value: name,
          allowed: 'use it, or leave it out',
        },
      ];
    }),
  );
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

function zoneExists({ zone }: PolicyFile): Fault[] {
  if (Intl.supportedValuesOf('timeZone').includes(zone)) return [];
  return [
    { path: ['zone'], what: 'unknown time zone', value: zone, allowed: 'an IANA name such as Asia/Shanghai' },
  ];
}
