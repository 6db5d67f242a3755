/** Lets calls for the same thing at the same time share one piece of work. */
export class SingleFlight {
  readonly #running = new Map<string, Promise<unknown>>();

  /** Joins the work that runs under `name`, or starts it. What must not share needs another name. */
  join<T>(name: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(name);
    if (running) return running as Promise<T>; // whoever uses a name always asks for the same type
    const started = work().finally(() => this.#running.delete(name));
    this.#running.set(name, started);
    return started;
  }
}
