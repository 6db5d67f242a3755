/**
 * Asks for the first answer of a page while its code and strings are on their way; also when a link to it is pointed at.
 * For `beforeLoad`.
 * @param cause whether the page is entered, only pointed at, or stays with another address: it then asks itself
 */
export function ahead(cause: 'preload' | 'enter' | 'stay', ask: () => Promise<void>) {
  // What fails here is asked for again by the page, which shows why.
  return { firstAnswer: cause === 'stay' ? undefined : ask().catch(() => undefined) };
}

/** Resolves with the answer, or without it when it takes its time: the page then shows that it is waiting. */
export function soon(answer: Promise<void> | undefined): Promise<void> {
  if (!answer) return Promise.resolve();
  const time = new Promise<void>((resolve) => setTimeout(resolve, patience()));
  return Promise.race([answer, time]);
}

/** What comes within this time, in milliseconds, is not announced by a skeleton; the document itself begins with one. */
const patience = () => (document.querySelector('.boot') ? 1000 : 200);
