/** Rejects when `work` takes longer than it may. */
export function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // After a long pause of this process the timer fires before the socket is read: one more turn lets a reply
    // that is already here count.
    const giveUp = () => setImmediate(() => reject(new Error(`No answer within ${limitMs} ms`)));
    const timer = setTimeout(giveUp, limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
