import { useEffect, useState } from 'react';

/**
 * The token of a link such as `/setup#token=…`. A fragment is never sent to a server or written to a log; once read
 * it is taken out of the address, so that it stays neither in the history nor on the screen.
 */
export function useTokenOfLink(): string {
  const [token] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    if (window.location.hash === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }, []);
  return token;
}

function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim() ?? '';
}
