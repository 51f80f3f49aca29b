// How long we wait for the lock of another process. Requests queue for the one connection: if each waited anew, the
// tenth would wait ten times as long. So the wait is counted from when the lock was first met, for all together.

const LONGEST_WAIT_MILLISECONDS = 5_000;

/** Met again only after so long, it is another lock. */
const SAME_LOCK_MILLISECONDS = 1_000;

export class LockOfOthers {
  #heldSince = 0;
  #lastMetAt = Number.NEGATIVE_INFINITY;

  /** Nobody else holds the database now. */
  isFree(): void {
    this.#lastMetAt = Number.NEGATIVE_INFINITY;
  }

  /** Called whenever the lock was met; false when others have held it too long. */
  isWorthWaitingFor(): boolean {
    const now = performance.now();
    if (now - this.#lastMetAt > SAME_LOCK_MILLISECONDS) this.#heldSince = now;
    this.#lastMetAt = now;
    return now - this.#heldSince < LONGEST_WAIT_MILLISECONDS;
  }
}
