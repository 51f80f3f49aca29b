// A made roster as the file that HR saves: with ids and UTF-8, or as Excel in China writes it, with the policy's own
// Chinese titles, its way of writing days, and GB18030.

import { stringify } from 'csv-stringify/sync';
import type { Policy } from '../../src/policies/policy.ts';
import type { MadeEmployee } from './made-roster.ts';

const FACTS = [
  'enrolling',
  'permitExpiresOn',
  'insuredLastYear',
  'pointsChange',
  'childOnPointsNotice',
  'addressUnchanged',
] as const;
const ACTUAL = 'renew-permit.finishedOn';

/** Ids, ISO days, `true` and `false`. */
export function rosterCsv(employees: readonly MadeEmployee[]): string {
  const rows = employees.map(({ ref, facts, actuals }) => [
    ref,
    ...FACTS.map((id) => String(facts[id] ?? '')),
    actuals[ACTUAL] ?? '',
  ]);
  return stringify([['ref', ...FACTS, ACTUAL], ...rows]);
}

/** The same people with the titles of the policy, `2026/12/31`, 是 and 否, in CRLF lines. */
export function chineseRosterCsv(employees: readonly MadeEmployee[], { facts, activities }: Policy): string {
  const factOf = (id: string) => facts.find((fact) => fact.id === id);
  const shown = (id: string, value: string | boolean | undefined) => {
    if (value === undefined) return '';
    if (typeof value === 'boolean') return value ? '是' : '否';
    return factOf(id)?.choices.get(value)?.zh ?? asExcelWrites(value);
  };
  const head = FACTS.map((id) => factOf(id)?.question.zh ?? id);
  const rows = employees.map(({ ref, facts: given, actuals }) => [
    ref,
    ...FACTS.map((id) => shown(id, given[id])),
    asExcelWrites(actuals[ACTUAL] ?? ''),
  ]);
  const renewed = `${activities.get('renew-permit')?.title.zh}完成`;
  return stringify([['工号', ...head, renewed], ...rows], { record_delimiter: 'windows' });
}

function asExcelWrites(day: string): string {
  return day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1/$2/$3');
}

let gb18030: ReadonlyMap<string, readonly number[]> | null = null;

/** The octets of a text in GB18030; only what GBK has, which is every character in these tests. */
export function inGb18030(text: string): Buffer {
  gb18030 ??= twoOctetCharacters();
  const octets = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const known = code < 0x80 ? [code] : gb18030?.get(character);
    if (known === undefined) throw new Error(`not in GBK: ${character}`);
    return known;
  });
  return Buffer.from(octets);
}

/** Node reads GB18030 but does not write it, so what it reads is turned round. */
function twoOctetCharacters(): Map<string, readonly number[]> {
  const characters = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\uFFFD') characters.set(character, [first, second]);
    }
  }
  return characters;
}
