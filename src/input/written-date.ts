// A day or a month as people type it and as spreadsheets write it, brought to the one form that everything else reads.

/**
 * `2026年5月3日`, `2026/5/3`, `2026.5.3`, `20260503` and the months likewise, as `2026-05-03` and `2026-05`; of a day
 * at midnight (`2026/5/3 0:00:00`) the day. Any other text stays as it is, to be refused. Full-width digits must have
 * been made plain (NFKC) before.
 */
export function writtenDate(text: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?(?:\s+0?0:00(?::00)?)?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return text;
  const [, year = '', month = '', dayOfMonth] = match;
  const yearAndMonth = `${year}-${month.padStart(2, '0')}`;
  return dayOfMonth === undefined ? yearAndMonth : `${yearAndMonth}-${dayOfMonth.padStart(2, '0')}`;
}
