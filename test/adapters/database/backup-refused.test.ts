// A file that is no whole backup: what is wrong with it is told, and nothing is made of it.

import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { BackupRefused } from '../../../src/adapters/database/backup/backup-refused.ts';
import { writeBackup } from '../../../src/adapters/database/backup/write-backup.ts';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { orderFor, restoreFrom, sqlitePlace, temporaryFolder } from './backup-place.ts';
import { aPlan, linksOf } from './contract-world.ts';

describe('a file that is no whole backup is refused, and nothing is made', () => {
  /** A backup of enough pages that some hold rows only. */
  async function aBackup(): Promise<string> {
    const { url } = sqlitePlace();
    const file = join(temporaryFolder(), 'backup.sqlite');
    const database = await openDatabase(url, '/');
    for (let index = 0; index < 40; index += 1) {
      const id = `plan-${index}`;
      await database.planStore.create(
        aPlan({ id, caseJson: `{"policy":"${'letter '.repeat(80)}"}` }),
        linksOf(id),
      );
    }
    await database.close();
    await writeBackup(orderFor(url, file));
    return file;
  }

  const replaceText = (file: string, from: string, to: string) => {
    const bytes = readFileSync(file);
    const at = bytes.lastIndexOf(from);
    expect(at).toBeGreaterThan(0);
    bytes.write(to, at);
    writeFileSync(file, bytes);
  };
  const change = (file: string, statement: string) => {
    const raw = new DatabaseSync(file);
    raw.exec(statement);
    raw.close();
  };

  test.each<readonly [string, (file: string) => void, RegExp]>([
    [
      'cut off in the middle',
      (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
      /damaged|cut off/,
    ],
    ['cut off by one byte', (file) => truncateSync(file, statSync(file).size - 1), /damaged|cut off/],
    ['empty', (file) => truncateSync(file, 0), /it is no backup of Lastbus; `lastbus backup FILE` makes one/],
    [
      'of another kind',
      (file) => writeFileSync(file, 'Permit ends on Thursday. '.repeat(500)),
      /damaged or no backup of Lastbus/,
    ],
    [
      'with zeros in a page',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0, 3 * 4096, 4 * 4096);
        writeFileSync(file, bytes);
      },
      /damaged/,
    ],
    [
      'with a letter that changed',
      (file) => replaceText(file, 'letter letter', 'lettre letter'),
      /its data are not those that were written into it/,
    ],
    [
      'with a row less',
      (file) => change(file, "delete from plan_links where hash = 'view of plan-3'"),
      /its data are not those/,
    ],
    [
      'the database of a server',
      (file) => change(file, 'pragma application_id = 0; drop table lastbus_backup'),
      /it is no backup of Lastbus/,
    ],
    [
      'of a later version, by its form',
      (file) => change(file, 'update lastbus_backup set notes = \'{"format":2}\''),
      /a later version of the program made it; update Lastbus first/,
    ],
    [
      'of a later version, by its tables',
      (file) => change(file, "insert into kysely_migration values ('9999-last-light', '')"),
      /of a later version of the program \(9999-last-light\); update Lastbus first/,
    ],
    ['not there', (file) => rmSync(file), /there is no such file or folder/],
  ])('%s', async (_, spoil, told) => {
    const file = await aBackup();
    const target = sqlitePlace();
    spoil(file);

    const failure = await restoreFrom(file, target.url).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(BackupRefused);
    expect(String(failure)).toMatch(told);
    expect(existsSync(target.url.slice(7))).toBe(false);
  });

  test('and one that is whole is taken back, its file left as it was', async () => {
    const file = await aBackup();
    const before = readFileSync(file);
    const target = sqlitePlace();

    await restoreFrom(file, target.url);

    expect((await target.rows()).plans).toHaveLength(40);
    expect(readFileSync(file)).toEqual(before);
  });
});
