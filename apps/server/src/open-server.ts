import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSecrets, EnvError, migrate, openData, type Database, type Log } from '@ai-providers/db';
import { createApp } from './app.js';
import { backgroundJobs } from './background.js';
import type { Env } from './env.js';
import { prepareFirstStart } from './first-start.js';
import { connections } from './http/connections.js';
import type { Readiness } from './http/health.js';
import { repeat, type Repeating } from './repeat.js';
import { createLoginLimiter } from './security/login-limiter.js';
import { createPasswords } from './security/passwords.js';
import { createSetupToken } from './security/setup-token.js';

/** A server that answers, and how to end it. */
export interface RunningServer {
  /** Where this machine reaches it. */
  url: string;
  /** The one-time link to the set-up, while no user exists. */
  setupUrl: string | null;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, listens, and starts the background jobs. What fails half-way is closed again. */
export async function openServer(env: Env, log: Log): Promise<RunningServer> {
  const { database, secrets, cache } = await openData(env, log);
  try {
    await migrate(database.sequelize, log);
    await complainOfSecretKey(database, log);
    const setupToken = await createSetupToken(database.sequelize, secrets);
    const passwords = createPasswords();
    const setupRequired = await prepareFirstStart({ env, log, passwords });
    const readiness: Readiness = { draining: false };
    const app = createApp({
      log,
      passwords,
      setupToken,
      loginLimiter: createLoginLimiter(database.sequelize),
      reservationTtlMs: env.USAGE_RESERVATION_MINUTES * 60_000,
      now: () => new Date(),
      database,
      cache,
      readiness,
      publicUrl: env.PUBLIC_URL ?? null,
      trustedProxies: env.TRUSTED_PROXY_CIDR,
      panelFolder: panelFolder(env),
    });
    const server = createServer(connections, app);
    const url = await listen(server, env.PORT, env.HOST ?? (database.embedded ? '127.0.0.1' : '0.0.0.0'));
    const jobs = repeat(
      backgroundJobs(database.sequelize, { retentionDays: env.USAGE_RETENTION_DAYS ?? null, now: () => new Date() }),
      { log },
    );
    return {
      url,
      setupUrl: setupRequired ? `${env.PUBLIC_URL ?? url}/setup#token=${setupToken.value}` : null,
      close: () => shutDown({ server, jobs, database, readiness }),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function complainOfSecretKey({ sequelize }: Database, log: Log): Promise<void> {
  if ((await checkSecrets(sequelize)) !== 'mismatch') return;
  log.error(
    { variable: 'SECRET_KEY' },
    'SECRET_KEY does not open this database: keys cannot be read or changed until the right one is set',
  );
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new EnvError(`Port ${port} is taken. Stop the other program, or set PORT to another number.`));
      else if (error.code === 'EACCES')
        reject(new EnvError(`Port ${port} needs more rights. Set PORT to a number above 1023.`));
      else if (error.code === 'EADDRNOTAVAIL') reject(new EnvError(`HOST: this machine has no address ${host}`));
      else reject(error);
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo; // it listens on TCP
      const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
      resolve(`http://${shown.includes(':') ? `[${shown}]` : shown}:${taken}`);
    });
  });
}

const drainMs = 10_000;

interface Running {
  server: Server;
  jobs: Repeating;
  database: Database;
  readiness: Readiness;
}

/** Stops taking calls, lets those and the jobs that are under way end, then closes the database. */
async function shutDown({ server, jobs, database, readiness }: Running): Promise<void> {
  readiness.draining = true;
  const closed = new Promise((resolve) => server.close(resolve));
  server.keepAliveTimeout = 1; // those with a call under way end after its answer
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
  await Promise.all([closed, jobs.stop()]);
  clearTimeout(deadline);
  await database.close();
}

function panelFolder(env: Env): string | null {
  const folder = env.PANEL_DIR ?? fileURLToPath(new URL('../../admin/dist', import.meta.url));
  return existsSync(join(folder, 'index.html')) ? folder : null;
}
