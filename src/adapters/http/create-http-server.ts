// The HTTP face of Lastbus: headers, log, routes, refusals, put together in their order. Every route states its
// whole path, so that one search finds it and the log can name it.

import compression from 'compression';
import express, { type Express } from 'express';
import type { Lastbus } from '../../app/lastbus.ts';
import { readAssets, serveAssets } from './assets.ts';
import type { HttpContext, HttpOptions } from './http-context.ts';
import { refuseFailed, refuseUnknown } from './last-resort.ts';
import { tellLanguage } from './locale.ts';
import { inTurns, waitForTurn } from './overload.ts';
import { limitRate } from './rate-limit.ts';
import { logRequests } from './request-log.ts';
import { watchRequests } from './request-watch.ts';
import { addressRoutes } from './routes/address-routes.ts';
import { calendarPageRoutes } from './routes/calendar-page-routes.ts';
import { calendarRoutes } from './routes/calendar-routes.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { mailedStepRoutes } from './routes/mailed-step-routes.ts';
import { metricsRoutes } from './routes/metrics-routes.ts';
import { newPlanRoutes } from './routes/new-plan-routes.ts';
import { nextSeasonRoutes } from './routes/next-season-routes.ts';
import { planApi } from './routes/plan-api.ts';
import { planHistoryRoutes } from './routes/plan-history-routes.ts';
import { policyApi } from './routes/policy-api.ts';
import { policyRoutes } from './routes/policy-routes.ts';
import { reminderRoutes } from './routes/reminder-routes.ts';
import { renewRoutes } from './routes/renew-routes.ts';
import { rosterAddressApi } from './routes/roster-address-api.ts';
import { rosterAddressRoutes } from './routes/roster-address-routes.ts';
import { rosterApi } from './routes/roster-api.ts';
import { rosterBoardRoutes } from './routes/roster-board-routes.ts';
import { rosterManageRoutes } from './routes/roster-manage-routes.ts';
import { rosterStartRoutes } from './routes/roster-start-routes.ts';
import { stepRoutes } from './routes/step-routes.ts';
import { storedPlanRoutes } from './routes/stored-plan-routes.ts';
import { takeAlongRoutes } from './routes/take-along-routes.ts';
import { timelineRoutes } from './routes/timeline-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { chooseTypeSize } from './type-size.ts';

/** An Express application that serves `lastbus`; it does not listen yet. */
export function createHttpServer(lastbus: Lastbus, options: HttpOptions): Express {
  const context: HttpContext = { lastbus, options, assets: readAssets() };
  const app = express();
  app.disable('x-powered-by');
  // A tag of its own making would also stand on refusals and on pages that are never kept.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustedProxies);
  app.use(logRequests(options.logger));
  if (options.requestAnswered !== undefined) app.use(watchRequests(options.requestAnswered));
  app.use(securityHeaders(options.publicUrl));
  app.use(healthRoutes(context));
  app.use(metricsRoutes(context));
  app.use(waitForTurn(context, options.takeTurn ?? inTurns()));
  // Before the limit, for Google and Microsoft fetch the feeds of all their users from few addresses.
  app.use(calendarRoutes(context));
  // Express's own `compression` (MIT): pages and stylesheet shrink to a quarter. Calendars stay as they are, so
  // that the bytes which their tags stand for are the bytes that programs get.
  app.use(compression());
  app.use('/static', serveAssets());
  app.use(limitRate(context, options.rateLimitPerMinute ?? 0));
  app.use(tellLanguage);
  app.use(policyApi(context));
  app.use(planApi(context));
  app.use(rosterApi(context));
  app.use(rosterAddressApi(context));
  app.use(chooseTypeSize(options.publicUrl));
  app.use(documentRoutes(context));
  app.use(policyRoutes(context));
  app.use(newPlanRoutes(context));
  app.use(storedPlanRoutes(context));
  app.use(addressRoutes(context));
  app.use(calendarPageRoutes(context));
  app.use(takeAlongRoutes(context));
  app.use(planHistoryRoutes(context));
  app.use(timelineRoutes(context));
  app.use(exportRoutes(context));
  app.use(nextSeasonRoutes(context));
  app.use(renewRoutes(context));
  app.use(mailedStepRoutes(context));
  app.use(reminderRoutes(context));
  app.use(stepRoutes(context));
  app.use(rosterStartRoutes(context));
  app.use(rosterBoardRoutes(context));
  app.use(rosterManageRoutes(context));
  app.use(rosterAddressRoutes(context));
  app.use(refuseUnknown(context));
  app.use(refuseFailed(context));
  return app;
}
