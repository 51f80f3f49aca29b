// Folders of policy files: later ones add to earlier ones and replace them, and nothing that is broken takes the rest
// down with it.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { formatDay } from '../../src/domain/day.ts';
import { book, edited, folderOf, shippedPolicy } from './edited-policy.ts';

const shanghai = shippedPolicy('shanghai-2026');

describe('folders of policies', () => {
  it('add to the shipped ones: a new id stands beside them, .yml as well as .yaml, in folders below as well', async () => {
    const folder = await folderOf({
      'a.yaml': edited([/^policy: .*$/m, 'policy: mine-a']),
      'deep/below/b.yml': edited([/^policy: .*$/m, 'policy: mine-b']),
      'notes.txt': 'no policy',
    });

    const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);

    expect(broken).toEqual([]);
    expect([...policies.keys()].toSorted()).toEqual([...book.policies.keys(), 'mine-a', 'mine-b'].toSorted());
  });

  it('replace a shipped policy by one of the same id, whatever its file is called', async () => {
    const folder = await folderOf({
      'my-city.yaml': edited([/^verifiedOn: .*$/m, 'verifiedOn: 2026-12-24']),
    });

    const { policies } = await readPolicyFolders([SHIPPED_POLICIES, folder]);
    const replaced = policies.get('shanghai-2026');

    expect(policies.size).toBe(book.policies.size);
    expect(replaced && formatDay(replaced.verifiedOn)).toBe('2026-12-24');
  });

  it('with a file at fault leave the others standing, the shipped one of the same id too, and name the file', async () => {
    const folder = await folderOf({
      'broken.yaml': edited([/^status: .*$/m, 'status: rumoured']),
      'no-yaml.yaml': 'a: [1, 2\n',
      'whole.yaml': edited([/^policy: .*$/m, 'policy: mine']),
    });

    const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);

    expect([...policies.keys()].toSorted()).toEqual([...book.policies.keys(), 'mine'].toSorted());
    expect(policies.get('shanghai-2026')?.status).toBe(shanghai.status);
    expect(broken.map(({ file, faults }) => [file, faults.length])).toEqual([
      [`${folder}/broken.yaml`, 1],
      [`${folder}/no-yaml.yaml`, 1],
    ]);
  });

  it('may bring a calendar of their own, in a folder of that name', async () => {
    const folder = await folderOf({
      'calendars/tuesdays.yaml': [
        'calendar: tuesdays',
        'title: { zh: 周二, en: Tuesdays }',
        'weekend: [1, 3, 4, 5, 6, 7]',
        'coversFrom: 2026-01-01',
        'coversUntil: 2026-12-31',
        'notices:',
        '  - { year: 2026, number: null, publishedOn: null, address: here, closures: [], makeUpWorkingDays: [] }',
        '',
      ].join('\n'),
      'mine.yaml': edited([/^policy: .*$/m, 'policy: mine'], [/^calendar: .*$/m, 'calendar: tuesdays']),
    });

    const { policies, calendars, broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);

    expect(broken).toEqual([]);
    expect(policies.get('mine')?.calendar).toBe('tuesdays');
    expect([...calendars.keys()].toSorted()).toEqual(['china', 'tuesdays']);
  });

  it('that are not there are named, and the shipped policies stand', async () => {
    const folder = await folderOf({});

    const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES, `${folder}/nowhere`]);

    expect(policies.size).toBe(book.policies.size);
    expect(broken).toEqual([
      {
        file: `${folder}/nowhere`,
        faults: [`${folder}/nowhere:1:1: $: the folder cannot be read (ENOENT)`],
      },
    ]);
  });

  it('with an entry that is no file leave it out and name it', async () => {
    const folder = await folderOf({ 'folder.yaml/notes.txt': '' });

    const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);

    expect(policies.size).toBe(book.policies.size);
    expect(broken.map(({ file }) => file)).toEqual([`${folder}/folder.yaml`]);
  });

  it('whose policy names a calendar that is not there leave the shipped one of the same id standing', async () => {
    const folder = await folderOf({ 'mine.yaml': edited([/^calendar: .*$/m, 'calendar: mars']) });

    const { policies } = await readPolicyFolders([SHIPPED_POLICIES, folder]);

    expect(policies.get('shanghai-2026')?.calendar).toBe(shanghai.calendar);
  });
});
