// What the documents say must be so: links lead somewhere; names, scripts, commands and routes exist; the printed
// plan is what the program prints today.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../src/adapters/files/policy-folder.ts';
import { makePlan } from '../src/app/make-plan.ts';
import { LOCALES } from '../src/domain/localized.ts';
import { renderPlainText } from '../src/emitters/plain-text.ts';
import { parseDocumentText } from '../src/input/document.ts';
import { day } from './support/sample-plan.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(ROOT, folder, name));
}

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const records = filesBelow('docs', /\.md$/);
const documents = [join(ROOT, 'README.md'), join(ROOT, 'CHANGELOG.md'), ...records];

/** The first group of every match. */
function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);
}

/** Targets of Markdown links that stay in the repository, without the part behind `#`. */
function relativeLinks(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return allOf(prose, /\]\(([^)#\s]+)[^)]*\)/g).filter((target) => !/^[a-z]+:/.test(target));
}

describe('links', () => {
  it.each(documents.map((file) => [relative(ROOT, file), file]))('of %s lead to files', (_, file) => {
    const targets = relativeLinks(readFileSync(file, 'utf8'));

    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });

  it('were found in the README, and a broken one would be', () => {
    expect(relativeLinks(readme).length).toBeGreaterThan(30);
    expect(relativeLinks('see [a](no/such.md#part), [b](https://example.org)')).toEqual(['no/such.md']);
  });

  it('of the index of decisions name every record, once', () => {
    const folder = join(ROOT, 'docs/decisions');
    const indexed = relativeLinks(readFileSync(join(folder, 'README.md'), 'utf8'));

    expect(indexed.toSorted()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'README.md')
        .toSorted(),
    );
  });
});

describe('the words we use', () => {
  const source = filesBelow('src', /\.(?:ts|yaml)$/).map((file) => readFileSync(file, 'utf8'));
  const section = /^## Words we use$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const names = section.split('\n').flatMap((line) => allOf(line.split('|')[2] ?? '', /`([^`]+)`/g));
  const occurs = (name: string) => {
    const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
    return source.some((text) => word.test(text));
  };

  it('are a table with a name in code for each', () => {
    const rows = section.split('\n').filter((line) => /^\| (?!word |-)/.test(line));

    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => !/^\| [^|]+ \| `[^|]+` +\| [^|]+ \| [^|]+ \|$/.test(row))).toEqual([]);
  });

  it('have names that occur in the code', () => {
    expect(names.length).toBeGreaterThan(35);
    expect(names.filter((name) => !occurs(name))).toEqual([]);
    expect(occurs('latestStart-')).toBe(false);
  });
});

describe('what the README tells to type', () => {
  it('names scripts that the package has', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = [
      ...allOf(readme, /\bnpm run (?:-s )?([a-z]+)/g),
      ...allOf(readme, /\bnpm (start|test)\b/g),
    ];

    expect(new Set(named).size).toBeGreaterThan(4);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names commands that the program lists', () => {
    const usage = /const USAGE = `([^`]+)`/.exec(readFileSync(join(ROOT, 'src/main.ts'), 'utf8'))?.[1] ?? '';
    const commands = new Set(allOf(readme, /lastbus -- ([a-z]+)/g));

    expect(commands.size).toBeGreaterThan(3);
    expect([...commands].filter((name) => !new RegExp(`^ {2}${name}\\b`, 'm').test(usage))).toEqual([]);
  });

  it('names routes that the server has', () => {
    const source = filesBelow('src/adapters/http/routes', /\.ts$/).map((file) => readFileSync(file, 'utf8'));
    const served = source
      .flatMap((text) => [...text.matchAll(/router\.(get|post|patch|delete)\(\s*'([^']+)'/g)])
      .map(([, method, path]) => `${method?.toUpperCase()} ${path}`);
    const told = allOf(readme, /`((?:GET|POST|PATCH|DELETE) \/[^`]*)`/g);

    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((route) => !served.includes(route.replaceAll(/\{(\w+)\}/g, ':$1')))).toEqual([]);
  });
});

/** The printed lines, each cut as the number of lines that it says are left out. */
function printedLines(block: string): (string | number)[] {
  return block.split('\n').map((line) => {
    const cut = /^\[… (\d+) lines? left out\]$/.exec(line);
    return cut?.[1] === undefined ? line : Number(cut[1]);
  });
}

/** The program's lines with the same cuts; a cut of a wrong number shifts all that follows, or comes out shorter. */
function withSameCuts(lines: readonly string[], shown: readonly (string | number)[]): (string | number)[] {
  let next = 0;
  const same = shown.map((part) => {
    if (typeof part === 'string') return lines[next++] ?? '';
    const left = Math.min(part, lines.length - next);
    next += left;
    return left;
  });
  return [...same, ...lines.slice(next)];
}

describe('the printed plan', () => {
  it('is what the plan command prints for the printed case, but for the cuts it marks', async () => {
    const caseText = /^```yaml\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';
    const [, language = '', block = ''] =
      /^```text\n\$ npm run -s lastbus -- plan case\.yaml --lang (\w+)\n([\s\S]*?)\n```$/m.exec(readme) ?? [];
    const locale = LOCALES.find((known) => known === language);
    const document = parseDocumentText(caseText);
    if (locale === undefined || !document.ok) throw new Error('no case, or no plan of it, in the README');
    // The case names its own day; were it not taken, a plan made in spring would differ.
    const inSpring = () => day('2026-04-01');

    const plan = makePlan(await readPolicyFolders([SHIPPED_POLICIES]), document.value.value, inSpring, null);

    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    const lines = renderPlainText(plan.value, locale).trimEnd().split('\n');
    const shown = printedLines(block);
    expect(shown.filter((part) => typeof part === 'string').length).toBeGreaterThan(20);
    expect(shown).toEqual(withSameCuts(lines, shown));
  });
});
