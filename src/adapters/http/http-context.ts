// What every group of routes is given: the use cases, the settings of this face, the files it serves.

import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Lastbus } from '../../app/lastbus.ts';
import type { Instant } from '../../ports/clock.ts';
import type { Assets } from './assets.ts';
import type { TakeTurn } from './overload.ts';
import type { AnsweredRequest } from './request-watch.ts';

/** Something that has to work for this server to be of use. */
export interface ReadinessCheck {
  readonly name: string;
  /** Rejects when it does not work. */
  readonly check: () => Promise<void>;
}

/** What everybody may know of a policy file at fault: where it lies and what is wrong is for the log. */
export interface LeftOutPolicyFile {
  readonly file: string;
  readonly faults: number;
}

export interface HttpOptions {
  /** Where people reach this server, without a slash at the end: links to keep and to share start with it. */
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly readinessChecks: readonly ReadinessCheck[];
  /** When the last successful round of reminders ended; null: none yet. Left out: this server runs none. */
  readonly lastRoundAt?: () => Instant | null;
  /** Told of every answer; left out: nobody is. */
  readonly requestAnswered?: (request: AnsweredRequest) => void;
  /** What `/metrics` answers, with its media type; left out: there is no such route. */
  readonly readMetrics?: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Policy files that were left out, by their names alone; left out: none. They do not make it unready. */
  readonly leftOutPolicyFiles?: readonly LeftOutPolicyFile[];
  /** Express's `trust proxy`: how many proxies in front may tell the client's address and scheme. 0: none. */
  readonly trustedProxies: number;
  /** Requests that one address may make in a minute, feeds and checks of health apart; left out or 0: no limit. */
  readonly rateLimitPerMinute?: number;
  /** Whether the server is told to stop: then proxies are to turn away. Left out: never. */
  readonly isEnding?: () => boolean;
  /** When a request begins, and whether it has waited too long; left out: in the order of coming, two seconds at most. */
  readonly takeTurn?: TakeTurn;
}

export interface HttpContext {
  readonly lastbus: Lastbus;
  readonly options: HttpOptions;
  readonly assets: Assets;
}

/** A request to whatever route: nothing is known of its parameters. */
export type AnyRequest = Request<unknown>;

/** Lets a request through to its route, or answers it. It asks nothing of the route's parameters. */
export type Guard = <Parameters>(req: Request<Parameters>, res: Response, next: NextFunction) => void;
