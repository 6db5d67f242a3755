import type { ServerOptions } from 'node:http';

/**
 * How long a connection may take and how long it may rest. Resting ones outlast the minute after which load balancers
 * commonly drop theirs: whoever closes first must not be us, or a call that was just sent on one is lost.
 */
export const connections: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};
