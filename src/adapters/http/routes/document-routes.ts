// What the API is: for programs as an OpenAPI document, for people as a page made of the same document.

import { Router } from 'express';
import type { Locale } from '../../../domain/localized.ts';
import { renderApiPage } from '../../../emitters/pages/api-page.ts';
import { frameOf } from '../frame-of.ts';
import type { HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';
import { apiDocument } from '../openapi/api-document.ts';
import { operationsOf } from '../openapi/operation-views.ts';
import { sendPublic } from '../send-public.ts';

export function documentRoutes(context: HttpContext): Router {
  const { publicUrl } = context.options;
  const router = Router();
  const documents = new Map<Locale, object>();
  /** Made when first asked for: most servers are never asked. */
  const documentIn = (locale: Locale) => {
    const made = documents.get(locale) ?? apiDocument(publicUrl, locale);
    documents.set(locale, made);
    return made;
  };

  router.get('/api/v1/openapi.json', (req, res) => {
    sendPublic(req, res, 'json', JSON.stringify(documentIn(localeOf(req))));
  });

  router.get('/api/docs', (req, res) => {
    const page = renderApiPage({
      frame: frameOf(context, req),
      documentHref: inChosenLanguage(req, '/api/v1/openapi.json'),
      ...operationsOf(documentIn(localeOf(req))),
    });
    sendPublic(req, res, 'html', page);
  });

  return router;
}
