// The stylesheet, the icon and the one script: served from `static/`, and addressed by their content, so that browsers keep
// them for good and still see the next version at once.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response } from 'express';

const FOLDER = fileURLToPath(new URL('../../../static', import.meta.url));
const HASH_LENGTH = 12;

export interface Assets {
  readonly stylesheetHref: string;
  readonly iconHref: string;
  /** Of the copy buttons. */
  readonly copyScriptHref: string;
}

export function readAssets(): Assets {
  return {
    stylesheetHref: versionedHref('site.css'),
    iconHref: versionedHref('icon.svg'),
    copyScriptHref: versionedHref('copy.js'),
  };
}

function versionedHref(file: string): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(FOLDER, file)))
    .digest('hex');
  return `/static/${file}?v=${hash.slice(0, HASH_LENGTH)}`;
}

export function serveAssets(): RequestHandler {
  return express.static(FOLDER, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res: Response) => {
      // Without the hash in its address a file may be of any version, and is asked for again each time.
      const isVersioned = typeof res.req.query.v === 'string';
      res.set('Cache-Control', isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
