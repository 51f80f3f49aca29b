// What was announced → the file that is laid over the policy.

import { stringify } from 'yaml';
import { type Day, formatDay } from '../../domain/day.ts';
import type { FileValue } from '../../policies/file/merge.ts';
import type { Policy } from '../../policies/policy.ts';
import type { AnnouncedCutoff, Announcement } from './announcement.ts';

const LINE_WIDTH = 110;

/** The text of the file. @param value what the policy's files say together until now. */
export function announcementText(
  { id }: Policy,
  value: FileValue,
  announcement: Announcement,
  today: Day,
): string {
  const { cutoffs, opensOn, fees, source } = announcement;
  const sourceId = freeName(`announced-${formatDay(source.publishedOn)}`, namesIn(value, 'sources'));
  const differences = {
    announces: id,
    ...(cutoffs.length === 0 ? {} : { status: 'announced' }),
    sources: { [sourceId]: sourceEntry(source, today) },
    ...(opensOn === null
      ? {}
      : { window: { opensOn: { on: formatDay(opensOn), status: 'announced', source: sourceId } } }),
    ...(cutoffs.length === 0
      ? {}
      : { cutoffs: Object.fromEntries(cutoffs.map((one) => cutoffEntry(one, value, sourceId))) }),
    ...(fees.length === 0
      ? {}
      : {
          fees: Object.fromEntries(
            fees.map(({ group, amount }) => [group, { amount, status: 'announced', source: sourceId }]),
          ),
        }),
  };
  const comment = [
    `# What was announced of ${id}, by ${source.publisher} on ${formatDay(source.publishedOn)}; laid over its file.`,
    '# Take this file away and the policy is as it was before.',
  ];
  return `${comment.join('\n')}\n${stringify(differences, { lineWidth: LINE_WIDTH })}`;
}

function sourceEntry(source: Announcement['source'], today: Day) {
  const { title, publisher, publishedOn, address, confidence } = source;
  return {
    title: { zh: title ?? `${publisher} 的公告`, en: title ?? `Announcement at ${publisher}` },
    publisher,
    publishedOn: formatDay(publishedOn),
    address,
    confidence,
    verifiedOn: formatDay(today),
  };
}

/** A later day than the one announced before is an extension and stands beside it; any other takes its place. */
function cutoffEntry(
  { current, on, at }: AnnouncedCutoff,
  value: FileValue,
  source: string,
): [id: string, entry: FileValue] {
  const { id, status, on: until } = current;
  const announced = {
    on: formatDay(on),
    ...(at === null ? {} : { at: { time: at, source } }),
    source,
  };
  const isLater = until.from.kind === 'day' && until.amount === 0 && on > until.from.day;
  if (status === 'expected' || !isLater) {
    const range = current.until === null ? {} : { until: null };
    return [id, { ...announced, ...range, status: status === 'expected' ? 'announced' : status }];
  }
  const before = partOf(partOf(value, 'cutoffs'), id);
  const { until: _, ...kept } = before;
  const extension = freeName(`${id.replace(/-extended(?:-\d+)?$/, '')}-extended`, namesIn(value, 'cutoffs'));
  return [extension, { ...kept, ...announced, status: 'extended', replaces: id }];
}

function partOf(value: FileValue, key: string): FileValue {
  return (value[key] ?? {}) as FileValue;
}

function namesIn(value: FileValue, section: string): ReadonlySet<string> {
  return new Set(Object.keys(partOf(value, section)));
}

function freeName(wished: string, taken: ReadonlySet<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name); number++) name = `${wished}-${number}`;
  return name;
}
