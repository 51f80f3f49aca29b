// The links of a mail, as a reader can follow them.

/** Addresses of all links of an HTML mail, without repeats, sorted. */
export function linksOfHtml(html: string): string[] {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  return [...new Set(links)].toSorted();
}

/** Web addresses in a text mail, without repeats, sorted. */
export function linksOfText(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/\S+/g))].toSorted();
}
