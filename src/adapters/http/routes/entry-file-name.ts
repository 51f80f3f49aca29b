// Under which name the file of one calendar entry is saved.

import { attachmentHeader } from '../attachment.ts';

/**
 * `Content-Disposition` of an entry's file: its own name in ASCII, and its title for people. The day stands before the
 * title, for the title is written for that day: “last day today” says nothing in a folder.
 */
export function entryAttachment(entryName: string, content: string): string {
  const unfolded = content.replaceAll(/\r\n[ \t]/g, '');
  const [, ...day] = /^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/m.exec(unfolded) ?? [];
  const title =
    /^SUMMARY:(.*)$/m
      .exec(unfolded)?.[1]
      ?.replaceAll(/\\([\\;,])/g, '$1')
      .trim() ?? entryName;
  return attachmentHeader(`lastbus-${entryName}.ics`, `${day.join('-')} ${title}.ics`);
}
