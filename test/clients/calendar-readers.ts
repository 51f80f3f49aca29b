// What programs that share nothing with the writer, nor with one another, find in a calendar, all in one form.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { canImport, PYTHON } from './foreign-programs.ts';

export interface ReadAlarm {
  readonly action: string;
  readonly secondsBefore: number;
  readonly text: string;
}

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Days as `YYYY-MM-DD`; the end is exclusive. */
  readonly start: string;
  readonly end: string;
  /** Instants as `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly stamp: string;
  readonly lastModified: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly transparency: string;
  readonly url: string | null;
  readonly alarms: readonly ReadAlarm[];
}

export interface ReadCalendar {
  readonly name: string;
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

/** With ical.js, which Thunderbird reads with. */
export function readWithIcalJs(text: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(text));
  const firstValue = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name);
  const textOf = (component: ICAL.Component, name: string) => String(firstValue(component, name));
  return {
    // It leaves the escapes in what it does not know the type of.
    name: textOf(root, 'x-wr-calname').replace(/\\([,;\\])/g, '$1'),
    method: textOf(root, 'method'),
    events: root.getAllSubcomponents('vevent').map((event) => ({
      uid: textOf(event, 'uid'),
      sequence: Number(firstValue(event, 'sequence')),
      start: textOf(event, 'dtstart'),
      end: textOf(event, 'dtend'),
      stamp: textOf(event, 'dtstamp'),
      lastModified: textOf(event, 'last-modified'),
      summary: textOf(event, 'summary'),
      description: textOf(event, 'description'),
      status: textOf(event, 'status'),
      transparency: textOf(event, 'transp'),
      url: firstValue(event, 'url') === null ? null : textOf(event, 'url'),
      alarms: event.getAllSubcomponents('valarm').map((alarm) => ({
        action: textOf(alarm, 'action'),
        secondsBefore: -(firstValue(alarm, 'trigger') as ICAL.Duration).toSeconds(),
        text: textOf(alarm, 'description'),
      })),
    })),
  };
}

/** The readers in Python, and what each needs there. */
export const PYTHON_READERS = [
  { name: 'icalendar', debian: 'python3-icalendar', needs: 'import icalendar' },
  { name: 'vobject', debian: 'python3-vobject', needs: 'import vobject' },
  {
    name: 'libical',
    debian: 'gir1.2-ical-3.0, python3-gi',
    needs: "import gi; gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib",
  },
].map((reader) => ({ ...reader, isInstalled: canImport(reader.needs) }));

export interface ForeignReader {
  /** @throws Error with what the program says when it cannot read the calendar. */
  readonly read: (text: string) => Promise<ReadCalendar>;
  readonly close: () => Promise<void>;
}

/** Starts `readers/with_NAME.py`, which reads one calendar after the other. */
export function openReader(name: string): ForeignReader {
  const script = fileURLToPath(new URL(`./readers/with_${name}.py`, import.meta.url));
  const child = spawn(PYTHON ?? 'python3', ['-B', '-X', 'utf8', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async (text) => {
      child.stdin.write(`${Buffer.from(text).toString('base64')}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${name} has ended`);
      const answer = JSON.parse(value) as ReadCalendar | { readonly error: string };
      if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
      return answer;
    },
    close: async () => {
      child.stdin.end();
      await exit;
    },
  };
}
