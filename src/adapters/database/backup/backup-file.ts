// What a backup is: an SQLite database with the tables of its version, whichever engine it was made from, and one
// table of notes with the key of the links and a digest of every table. `sqlite3 FILE` reads it.

import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { BackupRefused, troubleWithFile } from './backup-refused.ts';
import { tablesInOrder } from './tables-in-order.ts';

/** "LBUS" in the header of the file (https://www.sqlite.org/fileformat.html#application_id): this is a backup. */
const APPLICATION_ID = 0x4c425553;
const FORMAT = 1;

const Notes = z.object({
  /** One more with every change that an older program could not read. */
  format: z.number(),
  /** ISO 8601. */
  madeAt: z.string(),
  engine: z.enum(['SQLite', 'PostgreSQL']),
  /** What the links in pages, mails and calendars are made with: without it the plans cannot be opened. */
  secretKey: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), sha256: z.string() })),
});

export type BackupNotes = z.infer<typeof Notes>;
export type TableDigest = BackupNotes['tables'][number];

/** Writes the notes into a finished copy of the data, and makes it a backup. */
export function writeNotes(
  connection: DatabaseSync,
  notes: Omit<BackupNotes, 'format' | 'tables'>,
): BackupNotes {
  const whole: BackupNotes = { format: FORMAT, ...notes, tables: digestsOf(connection) };
  connection.exec('create table lastbus_backup (notes text not null)');
  connection.prepare('insert into lastbus_backup (notes) values (?)').run(JSON.stringify(whole));
  connection.exec(`pragma application_id = ${APPLICATION_ID}`);
  return whole;
}

/**
 * Opens a backup and checks it from the first byte to the last: that it is one, whole, and as it was written.
 *
 * @param path a file that may be written: SQLite keeps its notes beside it while it is open
 * @param name the file as whoever asked for it knows it
 * @throws BackupRefused with what is wrong
 */
export function openBackup(path: string, name = path): { connection: DatabaseSync; notes: BackupNotes } {
  const refuse = (what: string) => new BackupRefused(`The file ${name} cannot be restored: ${what}.`);
  const connection = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  try {
    const id = connection.prepare('pragma application_id').get()?.application_id;
    if (id !== APPLICATION_ID) throw refuse('it is no backup of Lastbus; `lastbus backup FILE` makes one');
    const fault = faultIn(connection);
    if (fault !== null) throw refuse(`it is damaged or cut off (${fault}); take another backup`);
    const notes = notesIn(connection);
    if (notes === null) throw refuse('a later version of the program made it; update Lastbus first');
    if (JSON.stringify(digestsOf(connection)) !== JSON.stringify(notes.tables)) {
      throw refuse('its data are not those that were written into it; take another backup');
    }
    return { connection, notes };
  } catch (error) {
    connection.close();
    if (error instanceof BackupRefused) throw error;
    throw refuse(`it is damaged or no backup of Lastbus (${troubleWithFile(error)}); take another backup`);
  }
}

/** What SQLite finds wrong with a database file, be it its pages or rows that lead nowhere; null: nothing. */
export function faultIn(connection: DatabaseSync): string | null {
  const [first] = connection.prepare('pragma integrity_check(1)').all();
  if (first?.integrity_check !== 'ok') return String(first?.integrity_check);
  const [orphan] = connection.prepare('pragma foreign_key_check').all();
  return orphan === undefined ? null : `a row of ${orphan.table} belongs to nothing in ${orphan.parent}`;
}

/** Null: of a format that this version does not know. */
function notesIn(connection: DatabaseSync): BackupNotes | null {
  const text = connection.prepare('select notes from lastbus_backup').get()?.notes;
  const json: unknown = JSON.parse(String(text));
  const { format } = z.object({ format: z.number() }).parse(json);
  return format === FORMAT ? Notes.parse(json) : null;
}

/** SQLite's own check cannot see a letter that has changed. */
function digestsOf(connection: DatabaseSync): TableDigest[] {
  return tablesInOrder(connection).map(({ name }) => {
    const hash = createHash('sha256');
    let rows = 0;
    for (const row of connection.prepare(`select * from "${name}" order by rowid`).iterate()) {
      hash.update(JSON.stringify(row));
      rows += 1;
    }
    return { name, rows, sha256: hash.digest('hex') };
  });
}
