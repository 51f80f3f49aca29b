// `lastbus serve` as a process of a test.

import { type Exit, exitOf, type Running, start } from './commands.ts';

export interface Serving {
  readonly url: string;
  readonly port: string;
  readonly child: Running;
  readonly exit: Promise<Exit>;
  /** What it has logged so far. */
  readonly log: () => string;
}

/** A server on a free port; resolves when it says where it is. */
export async function serve(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const child = start(folder, ['serve'], {
    environment: { PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...environment },
  });
  const exit = exitOf(child);
  let log = '';
  const url = await new Promise<string>((found, failed) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
      const at = /Lastbus is at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (at !== undefined) found(at);
    });
    exit.then(
      (end) => failed(new Error(`the server of a test did not start: ${JSON.stringify(end)}`)),
      failed,
    );
  });
  return { url, port: new URL(url).port, child, exit, log: () => log };
}
