// The stylesheet, the icon and the scripts: served from `static/`, and addressed by their content, so that browsers keep
// them for good and still see the next version at once.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Response, Router } from 'express';
import { readStylesheet } from './stylesheet.ts';

const FOLDER = fileURLToPath(new URL('../../../static', import.meta.url));
/**
 * htmx.org (0BSD): a form answers without a reload by attributes alone, so that the same form works without it. Served
 * from its package as it is.
 */
const HTMX = fileURLToPath(import.meta.resolve('htmx.org/dist/htmx.min.js'));
const HASH_LENGTH = 12;

export interface Assets {
  readonly stylesheetHref: string;
  readonly iconHref: string;
  /** Of the copy buttons. */
  readonly copyScriptHref: string;
  /** Of htmx, which exchanges a part of a page. */
  readonly htmxHref: string;
}

export function readAssets(): Assets {
  return {
    stylesheetHref: versionedHref('site.css', readStylesheet()),
    iconHref: fileHref('icon.svg'),
    copyScriptHref: fileHref('copy.js'),
    htmxHref: versionedHref('htmx.js', readFileSync(HTMX)),
  };
}

function fileHref(file: string): string {
  return versionedHref(file, readFileSync(join(FOLDER, file)));
}

function versionedHref(file: string, content: string | Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return `/static/${file}?v=${hash.slice(0, HASH_LENGTH)}`;
}

/** To be mounted at `/static`. */
export function serveAssets(): Router {
  const stylesheet = readStylesheet();
  const router = Router();
  router.get('/site.css', (_req, res) => {
    keepByVersion(res);
    res.type('css').send(stylesheet);
  });
  const htmx = readFileSync(HTMX);
  router.get('/htmx.js', (_req, res) => {
    keepByVersion(res);
    res.type('js').send(htmx);
  });
  router.use(
    express.static(FOLDER, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: keepByVersion,
    }),
  );
  return router;
}

/** Without the hash in its address a file may be of any version, and is asked for again each time. */
function keepByVersion(res: Response): void {
  const isVersioned = typeof res.req.query.v === 'string';
  res.set('Cache-Control', isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache');
}
