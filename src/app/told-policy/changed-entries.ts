// Two policies in words → which of their values are not the same.

import type { Entry } from './entry.ts';

/** One of the two is there always; both, where a value has changed or its source has. */
export interface Change {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** In the order of what is there after; what is gone comes last. Of an item that is gone only its first value. */
export function changedEntries(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const earlier = new Map(before.map((entry) => [placeOf(entry), entry]));
  const later = new Set(after.map(placeOf));
  const itemsAfter = new Set(after.map(itemOf));
  const told = new Set<string>();
  const changed = after.flatMap((entry): Change[] => {
    const was = earlier.get(placeOf(entry)) ?? null;
    const isSame = was !== null && was.value === entry.value && isSameSource(was, entry);
    return isSame ? [] : [{ before: was, after: entry }];
  });
  const gone = before.flatMap((entry): Change[] => {
    if (later.has(placeOf(entry))) return [];
    const item = itemOf(entry);
    if (entry.item !== '' && !itemsAfter.has(item)) {
      if (told.has(item)) return [];
      told.add(item);
    }
    return [{ before: entry, after: null }];
  });
  return [...changed.filter((change) => !isToldBySibling(change, changed)), ...gone];
}

/** A value that is as before, of an item whose new source is told with another value. */
function isToldBySibling({ before, after }: Change, changes: readonly Change[]): boolean {
  if (before === null || after === null || before.value !== after.value) return false;
  return changes.some(
    (other) =>
      other.after !== null &&
      other.after.value !== other.before?.value &&
      itemOf(other.after) === itemOf(after) &&
      other.after.source?.id === after.source?.id,
  );
}

function isSameSource({ source: before }: Entry, { source: after }: Entry): boolean {
  return before?.id === after?.id && before?.confidence === after?.confidence;
}

function placeOf({ section, item, key }: Entry): string {
  return JSON.stringify([section, item, key]);
}

function itemOf({ section, item }: Entry): string {
  return JSON.stringify([section, item]);
}
