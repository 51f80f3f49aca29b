// Reading what is sent: JSON for the API, form fields for pages, at most 64 KiB; a table of people, at most 2 MiB; and
// nothing else. Forms with a file are read in uploaded-form.ts.

import express from 'express';
import type { FormValues } from './forms/case-form.ts';
import type { AnyRequest, Guard, HttpContext } from './http-context.ts';
import { isDeeperThan } from './json-depth.ts';
import { sendRefusal } from './refusals.ts';

const LARGEST_BODY = '64kb';
/** 2,000 people with a kilobyte each. */
const LARGEST_TABLE = '2mb';
/** A case has five levels. */
const DEEPEST_JSON = 64;

/** `application/json`, and the merge patch of RFC 7396 that PATCH means. */
export function readJson(context: HttpContext): Guard {
  const types = ['application/json', 'application/merge-patch+json'];
  return onlyOf(
    context,
    types,
    express.json({ limit: LARGEST_BODY, type: types, strict: false, verify: refuseDeep }),
  );
}

/** The body parser answers 400 to what is thrown here. */
function refuseDeep(_req: unknown, _res: unknown, bytes: Uint8Array): void {
  if (isDeeperThan(bytes, DEEPEST_JSON)) throw new Error(`JSON of more than ${DEEPEST_JSON} levels`);
}

/** A table as a spreadsheet wrote it, octet by octet: its encoding is found out later. */
export function readTable(context: HttpContext): Guard {
  const types = ['text/csv'];
  return onlyOf(context, types, express.raw({ limit: LARGEST_TABLE, type: types }));
}
/** A page of a roster names everybody on it twice, by keys that may be Chinese. */
const LARGEST_LIST = '512kb';
const MOST_LISTED = 5_000;

export function readForm(context: HttpContext): Guard {
  return readFields(context, { limit: LARGEST_BODY });
}

/** A form that may name very many people. */
export function readListForm(context: HttpContext): Guard {
  return readFields(context, { limit: LARGEST_LIST, parameterLimit: MOST_LISTED });
}

function readFields(context: HttpContext, limits: { limit: string; parameterLimit?: number }): Guard {
  const types = ['application/x-www-form-urlencoded'];
  return onlyOf(context, types, express.urlencoded({ ...limits, extended: false }));
}

export function formValues(req: AnyRequest): FormValues {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** Lets through what is of one of these types, and has a body at all, to `parse`. */
export function onlyOf(context: HttpContext, types: string[], parse: Guard): Guard {
  return (req, res, next) => {
    // `null` is a request without a body: it has no type to be wrong, and lacks what it should say.
    const type = req.is(types);
    if (type === null) sendRefusal(context, req, res, 'malformed');
    else if (type === false) sendRefusal(context, req, res, 'unsupported-media-type');
    else parse(req, res, next);
  };
}
