// Which tables hold data, and in which order rows can be written so that none names a row that is not there yet.
// Read from the database itself: a table of a later migration is in every backup without a word here.

import type { DatabaseSync } from 'node:sqlite';

export interface TableOfFile {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables with data of an SQLite database, each behind those that its foreign keys lead to. */
export function tablesInOrder(connection: DatabaseSync): readonly TableOfFile[] {
  const names = connection
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !/^(?:sqlite|kysely|lastbus)_/.test(name));
  const parentsOf = new Map(names.map((name) => [name, parentsIn(connection, name)]));
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.find(
      (name) => !ordered.includes(name) && parentsOf.get(name)?.every((parent) => ordered.includes(parent)),
    );
    if (next === undefined) throw new Error(`the tables ${names} refer to each other in a circle`);
    ordered.push(next);
  }
  return ordered.map((name) => ({ name, columns: columnsIn(connection, name) }));
}

/** A table may lead to itself. */
function parentsIn(connection: DatabaseSync, table: string): string[] {
  const rows = connection.prepare('select "table" as parent from pragma_foreign_key_list(?)').all(table);
  return rows.map(({ parent }) => String(parent)).filter((parent) => parent !== table);
}

function columnsIn(connection: DatabaseSync, table: string): string[] {
  const rows = connection.prepare('select name from pragma_table_info(?) order by cid').all(table);
  return rows.map(({ name }) => String(name));
}
