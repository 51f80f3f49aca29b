// Differences laid over a file: how a year is told by what changed since the last one, a reading by what it reads
// differently, an announcement by what it announced. The rule is that of JSON Merge Patch (RFC 7396); eight lines of
// our own, because a fault must still be told at its place in the file of the differences.

/** A part of a file, as YAML or JSON gives it. */
export type FileValue = Readonly<Record<string, unknown>>;

export function isFileValue(value: unknown): value is FileValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `base` with `differences` laid over it: keys of both are merged when both are mappings, `null` takes a key away,
 * anything else (a list as a whole, and the changes of a reading) takes the place of what was there.
 */
export function mergeFile(base: FileValue, differences: FileValue): FileValue {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(differences)) {
    const before = merged[key];
    if (value === null) delete merged[key];
    // The changes of a reading are differences themselves: their nulls are meant for later.
    else if (key === 'changes') merged[key] = value;
    else if (isFileValue(value)) merged[key] = mergeFile(isFileValue(before) ? before : {}, value);
    else merged[key] = value;
  }
  return merged;
}

/** Where a file's values come from, beside itself. */
export interface Origin {
  /** What it got from the one it is based on: names there that nothing uses any more are no fault of it. */
  readonly inherited: FileValue | null;
  /** An announcement is laid over it: what it tells need not be expected only. */
  readonly isAnnounced: boolean;
}
