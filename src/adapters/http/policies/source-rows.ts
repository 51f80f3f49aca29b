// The sources of a policy as the table at the end of its page.

import { formatDay } from '../../../domain/day.ts';
import type { PolicySourceView } from '../../../emitters/pages/policy-page.ts';
import type { Telling } from './telling.ts';

export function sourceRows(telling: Telling): PolicySourceView[] {
  const { policy, shared, say, ref } = telling;
  return [...policy.sources.values()].flatMap((source) => {
    const named = ref(source.id);
    if (named === null) return [];
    return [
      {
        ...named,
        title: say(source.title),
        publisher: source.publisher,
        published: source.publishedOn === null ? null : formatDay(source.publishedOn),
        address: source.address,
        href: source.address === null ? null : pageHref(source.address),
        confidenceWord: shared.confidence[source.confidence],
        verified: formatDay(source.verifiedOn),
      },
    ];
  });
}

/** `maigoo.com/news/652372`: a host with a dot in its name, and maybe a path. */
const BARE_ADDRESS = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** Where the address of a source leads; null for one that is a note (a host with a document's number) or unsafe. */
export function pageHref(address: string): string | null {
  const isBare = BARE_ADDRESS.test(address);
  if (!isBare && !/^https?:\/\/\S+$/i.test(address)) return null;
  const text = isBare ? `https://${address}` : address;
  return URL.canParse(text) ? new URL(text).href : null;
}
