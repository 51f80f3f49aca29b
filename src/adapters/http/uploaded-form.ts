// A form with a file: `multipart/form-data`. Node reads it itself (`Response.formData`, of its own fetch, which follows
// the standard), so that no further package sees what strangers send; Express keeps it small first.

import express from 'express';
import type { Result } from '../../domain/problem.ts';
import type { FormValues } from './forms/case-form.ts';
import type { AnyRequest, Guard, HttpContext } from './http-context.ts';
import { onlyOf } from './request-bodies.ts';

const TYPE = 'multipart/form-data';
/** 2 MiB for the file, and what stands around it. */
const LARGEST_UPLOAD = 2 * 1024 * 1024 + 64 * 1024;

export interface UploadedForm {
  readonly values: FormValues;
  /** As the spreadsheet wrote it; null: none was chosen. */
  readonly file: AsyncIterable<Uint8Array> | null;
}

/** Refuses with 413 what is larger, with 415 what is no such form. */
export function readUpload(context: HttpContext): Guard {
  return onlyOf(context, [TYPE], express.raw({ limit: LARGEST_UPLOAD, type: TYPE }));
}

/** What `readUpload` has let through; no problem is told where it cannot be read as the form that it says to be. */
export async function uploadedForm(req: AnyRequest, fileName: string): Promise<Result<UploadedForm, never>> {
  const type = req.get('Content-Type') ?? TYPE;
  const form = await new Response(Buffer.isBuffer(req.body) ? req.body : null, {
    headers: { 'Content-Type': type },
  })
    .formData()
    .catch(() => null);
  if (form === null) return { ok: false, problems: [] };
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const file = form.get(fileName);
  // A browser sends a field of which no file was chosen as a file without a name.
  const isChosen = file instanceof File && (file.name !== '' || file.size > 0);
  return {
    ok: true,
    value: { values: Object.fromEntries(texts), file: isChosen ? octetsOf(file) : null },
  };
}

async function* octetsOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer());
}
