// The one way to templates: files under `templates/`, compiled by Eta at their first use and kept. Eta (MIT,
// no dependencies, kept by its author since 2020): the templates are plain HTML and text with JavaScript
// between <% and %>. What a template says is decided by whoever calls; nothing here knows a page or a mail.

import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';

const FOLDER = fileURLToPath(new URL('../../templates', import.meta.url));

const HTML_CHARACTERS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const html = engine(escapeHtml, [false, 'nl']);
/** Line breaks count in a text: none goes unless a tag ends in `-%>`. */
const text = engine(oneLine, false);

/**
 * The HTML page or mail of `templates/NAME.eta`, with `data` as `it`. Every `<%= value %>` is escaped.
 *
 * @param name path below `templates/` without the ending: `emails/reminder/html`.
 * @throws on a template that is missing, cannot be compiled, fails, or prints a value that is not there: a bug.
 */
export function renderTemplate(name: string, data: object): string {
  return html.render(name, data);
}

/**
 * The same as plain text: nothing is escaped, but every `<%= value %>` stays on its line, so that a title or
 * a tip can begin neither a line of its own nor a header.
 */
export function renderTextTemplate(name: string, data: object): string {
  return text.render(name, data);
}

/** A text without line breaks, other control characters and halves of characters; blanks are one each. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_CHARACTERS[character] ?? '');
}

function engine(escaped: (text: string) => string, autoTrim: false | [false, 'nl']): Eta {
  return new Eta({
    views: FOLDER,
    cache: true,
    // Errors then name the template and the line.
    debug: true,
    autoTrim,
    autoEscape: true,
    escapeFunction: (value: unknown) => {
      if (value === undefined || value === null)
        throw new Error('a template prints a value that is not there');
      return escaped(String(value));
    },
  });
}
