import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../api/me.js';
import { useServerAway } from '../components/online.js';

const pauseMs = 5000;

/** While the server is away, asks for it; when it is back, asks again for what failed. @returns whether it is away */
export function useServerReturn(): boolean {
  const away = useServerAway();
  const client = useQueryClient();
  const { refetch } = useMe();
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away) void client.refetchQueries({ type: 'active' });
    wasAway.current = away;
    if (!away) return;
    const timer = setInterval(() => void refetch(), pauseMs);
    return () => clearInterval(timer);
  }, [away, client, refetch]);
  return away;
}
