// The API of stored rosters: upload, board, marks, settings, links, end. Beside contracts.md §4, in its manner.

import { type Response, Router } from 'express';
import { etagOf } from '../../../app/calendar-file.ts';
import type { ChangeRosterOutcome } from '../../../app/stored-roster/change-roster.ts';
import type { ManyMarks } from '../../../app/stored-roster/mark-people.ts';
import type { OpenedRoster } from '../../../app/stored-roster/open-roster.ts';
import type { UploadOutcome, UploadReport } from '../../../app/stored-roster/upload.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { StepNote } from '../../../domain/step-note.ts';
import { faultsOfShape } from '../../../input/shape-faults.ts';
import { formText } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { localeOf } from '../locale.ts';
import { answersNotModified } from '../not-modified.ts';
import { MarksBody, RenewRosterBody, RosterChange } from '../openapi/request-shapes.ts';
import { issueOf, refusalOfFaults, sendRefusal } from '../refusals.ts';
import { readJson, readTable } from '../request-bodies.ts';
import { keepPrivate } from '../security-headers.ts';
import { asOfDay, asOfFault } from './plan-api.ts';
import { rosterAddress, rosterJson, tableFaults, uploadJson } from './roster-answer.ts';

/** 409 and not 412: the request named no version that could have failed it. */
const REFUSAL_OF = { unknown: 'not-found', 'view-only': 'view-only', stale: 'conflict' } as const;

export function rosterApi(context: HttpContext): Router {
  const { lastbus, options } = context;
  const { rosters } = lastbus;
  const router = Router();
  const json = readJson(context);
  const table = readTable(context);
  const refuse = (req: AnyRequest, res: Response, faults: readonly Fault[]) =>
    sendRefusal(context, req, res, refusalOfFaults(faults), { faults });

  const send = (req: AnyRequest, res: Response, opened: OpenedRoster, report?: UploadReport) => {
    const roster = rosterJson(opened, options.publicUrl, localeOf(req));
    const body = JSON.stringify(report === undefined ? roster : { ...roster, upload: uploadJson(report) });
    const etag = etagOf(body);
    res.set('Cache-Control', 'private, no-cache').type('application/json');
    if (req.method !== 'GET' && req.method !== 'HEAD') res.send(body);
    else if (!answersNotModified(req, res, { etag, changedAt: null })) res.send(body);
  };

  const sendUpload = (req: AnyRequest, res: Response, outcome: UploadOutcome) => {
    switch (outcome.kind) {
      case 'uploaded':
        return send(req, res, outcome.opened, outcome.report);
      case 'refused':
        return refuse(req, res, tableFaults(outcome.faults));
      case 'invalid':
        return refuse(req, res, outcome.problems);
      case 'unknown':
      case 'view-only':
        return sendRefusal(context, req, res, REFUSAL_OF[outcome.kind]);
    }
  };

  const sendChange = (req: AnyRequest, res: Response, outcome: ChangeRosterOutcome) => {
    if (outcome.kind === 'changed') return send(req, res, outcome.opened);
    if (outcome.kind === 'invalid') return refuse(req, res, outcome.problems);
    return sendRefusal(context, req, res, REFUSAL_OF[outcome.kind]);
  };

  router.use('/api/v1/rosters', keepPrivate);

  router.post('/api/v1/rosters', table, async (req, res) => {
    const said = (name: string) => formText(req.query, name);
    const outcome = await rosters.create({
      octets: octetsOf(req),
      policyId: said('policy') || null,
      settings: { title: said('title'), capacity: said('capacity'), daysOff: said('daysOff') },
      locale: localeOf(req),
    });
    if (outcome.kind === 'uploaded') {
      const { edit, view } = outcome.opened.tokens;
      res.status(201).location(rosterAddress(options.publicUrl, edit ?? view));
    }
    sendUpload(req, res, outcome);
  });

  router.get('/api/v1/rosters/:rosterToken', async (req, res) => {
    const asOf = asOfDay(req);
    if (asOf === 'no-day') return refuse(req, res, [asOfFault(req)]);
    const opened = await rosters.open(req.params.rosterToken, asOf);
    if (opened === undefined) sendRefusal(context, req, res, 'not-found');
    else send(req, res, opened);
  });

  router.put('/api/v1/rosters/:rosterToken/people', table, async (req, res) => {
    sendUpload(req, res, await rosters.uploadAgain(req.params.rosterToken, octetsOf(req)));
  });

  router.delete('/api/v1/rosters/:rosterToken/people/:ref', async (req, res) => {
    const { rosterToken, ref } = req.params;
    sendChange(req, res, await rosters.removePeople(rosterToken, [ref]));
  });

  router.post('/api/v1/rosters/:rosterToken/marks', json, async (req, res) => {
    const body = MarksBody.safeParse(req.body);
    if (!body.success) return refuse(req, res, faultsOfShape(body.error.issues, req.body));
    const outcome = await rosters.mark(req.params.rosterToken, marksOf(body.data));
    if (outcome.kind !== 'marked') return sendRefusal(context, req, res, REFUSAL_OF[outcome.kind]);
    const refused = outcome.refused.map(({ ref, faults }) => ({ ref, issues: faults.map(issueOf) }));
    res.json({ marked: outcome.marked, refused });
  });

  router.patch('/api/v1/rosters/:rosterToken', json, async (req, res) => {
    const body = RosterChange.safeParse(req.body);
    if (!body.success) return refuse(req, res, faultsOfShape(body.error.issues, req.body));
    const { title, capacity, daysOff } = body.data;
    const changes = {
      ...(title !== undefined && { title }),
      ...(capacity !== undefined && { capacity }),
      ...(daysOff !== undefined && { daysOff }),
    };
    sendChange(req, res, await rosters.change(req.params.rosterToken, changes));
  });

  router.post('/api/v1/rosters/:rosterToken/links', json, async (req, res) => {
    const body = RenewRosterBody.safeParse(req.body);
    if (!body.success) return refuse(req, res, faultsOfShape(body.error.issues, req.body));
    sendChange(req, res, await rosters.renewLinks(req.params.rosterToken, body.data.renew));
  });

  router.delete('/api/v1/rosters/:rosterToken', async (req, res) => {
    const outcome = await rosters.remove(req.params.rosterToken);
    if (outcome === 'removed') res.status(204).end();
    else sendRefusal(context, req, res, REFUSAL_OF[outcome]);
  });

  return router;
}

async function* octetsOf(req: AnyRequest): AsyncGenerator<Uint8Array> {
  // An empty body is read as an empty object.
  if (req.body instanceof Uint8Array) yield req.body;
}

type Marks = ReturnType<typeof MarksBody.parse>;

function marksOf(marks: Marks): ManyMarks {
  const isEarlierDone = 'earlierDone' in marks && marks.earlierDone === true;
  return { people: marks.people, note: noteOf(marks), isEarlierDone };
}

function noteOf(marks: Marks): StepNote {
  switch (marks.kind) {
    case 'done':
      return { kind: 'done', on: marks.on, startedOn: null, outcome: marks.outcome ?? null };
    case 'started':
      return { kind: 'started', on: marks.on };
    case 'refused':
    case 'failed':
      return { kind: marks.kind, on: marks.on, reason: marks.reason ?? null };
    case 'taken-back':
      return { kind: 'taken-back' };
  }
}
