import KeyvRedis, { createClient, type RedisClientType } from '@keyv/redis';
import { Keyv } from 'keyv';

export type RedisClient = RedisClientType;

/** A client that has yet to be told to connect, and a Keyv on it. */
export function connectRedis(url: string, namespace: string, ttlMs: number): { keyv: Keyv; client: RedisClient } {
  // The client's own refusal carries the whole address, password included.
  if (!URL.canParse(url)) throw new Error('The address of Redis is not a URL');
  // Made here and not by the adapter, which connects within a caller's read and waits for it each time.
  const client: RedisClient = createClient({
    url,
    disableOfflineQueue: true,
    // The socket's limit is one of silence, and an idle connection is silent: without the ping it would be dropped.
    // It ends connections whose other end is gone; it must be shorter than the pause between two tries.
    pingInterval: 250,
    socket: {
      connectTimeout: 300,
      socketTimeout: 750,
      reconnectStrategy: (tries) => Math.min(100 + tries * 100, 1_000),
    },
  });
  // Left to itself the adapter swallows a failed write and Keyv answers `true`: here what Redis did not confirm throws.
  const adapter = new KeyvRedis(client, { namespace, throwOnErrors: true, throwOnConnectError: true });
  const keyv = new Keyv(adapter, {
    namespace,
    useKeyPrefix: false,
    throwOnErrors: true,
    ttl: ttlMs,
    // Without Keyv's own expiry date: an instance whose clock is ahead would delete what the others store.
    serialize: ({ value }) => JSON.stringify({ value }),
    deserialize: JSON.parse,
  });
  return { keyv, client };
}
