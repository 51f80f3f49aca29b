// The header that makes a browser save what it gets, under a name for people and one that every program can read.

/** What no common file system takes in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const NOT_IN_FILE_NAMES = /[\u0000-\u001f\u007f\\/:*?"<>|]+/g;

/**
 * `Content-Disposition` with both names of RFC 6266: `filename` for programs that read only ASCII, `filename*` for all
 * others.
 *
 * @param plainName ASCII, without quotes.
 */
export function attachmentHeader(plainName: string, name: string): string {
  const shown = name.toWellFormed().replaceAll(NOT_IN_FILE_NAMES, ' ').trim();
  // RFC 8187 allows fewer characters unescaped than a URI component does.
  const escaped = encodeURIComponent(shown).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${escaped}`;
}
