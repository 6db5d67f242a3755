let isAway = false;
const listeners = new Set<() => void>();

/** Whether the last call of the server got no answer at all. */
export const serverAway = {
  get: () => isAway,
  note(next: boolean): void {
    if (isAway === next) return;
    isAway = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
