import { useEffect, useState } from 'react';

/**
 * The token of a link such as `/setup#token=…`. A fragment is never sent to a server or written to a log; once read
 * it is taken out of the address, so that it stays neither in the history nor on the screen. Another link to the same
 * page changes nothing but the fragment: the browser loads nothing for it, so its token is taken here as well.
 */
export function useTokenOfLink(): string {
  const [token, setToken] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    const take = () => {
      const linked = tokenOf(window.location.hash);
      if (linked === '') return;
      setToken(linked);
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim() ?? '';
}
