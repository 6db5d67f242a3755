import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { TokenScope } from '@ai-providers/contracts';
import { bySystem, createApiToken, reservationTtlMs as usualTtlMs, User, type Log } from '@ai-providers/db';
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from '@ai-providers/db/testing';
import { createApp, type AppOptions } from '../app.js';
import { connections } from '../http/connections.js';
import { createLoginLimiter } from '../security/login-limiter.js';
import { createPasswords, type Passwords } from '../security/passwords.js';
import { createSetupToken, type SetupToken } from '../security/setup-token.js';

export const testPassword = 'correct horse battery';

export interface TestServer {
  url: string;
  database: TestDatabase;
  passwords: Passwords;
  setupToken: SetupToken;
  /** Everything that was logged, as text. */
  logged: string[];
  /** Calls a procedure over HTTP. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** A stored user with `testPassword`, and a session cookie of theirs. */
  signIn(overrides?: { isSuperuser?: boolean; email?: string }): Promise<{ user: User; cookie: string }>;
  /** A token of a user's own. */
  tokenFor(user: User, scopes: TokenScope[]): Promise<string>;
  close(): Promise<void>;
}

export interface CallOptions {
  input?: unknown;
  /** Queries are sent by GET, mutations by POST. */
  method?: 'GET' | 'POST';
  token?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

/** An answer as the wire has it. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  body: any;
}

type Overrides = TestDatabaseOptions &
  Partial<Pick<AppOptions, 'publicUrl' | 'trustedProxies' | 'panelFolder' | 'reservationTtlMs'>> & {
    database?: TestDatabase;
  };

/** The real application on a free port, over a database of its own (or a given one, for a second instance). */
export async function openTestServer({
  database: given,
  publicUrl = null,
  trustedProxies = [],
  panelFolder = null,
  reservationTtlMs = usualTtlMs,
  ...rest
}: Overrides = {}): Promise<TestServer> {
  const logged: string[] = [];
  const log = recordingLog(logged);
  const database = given ?? (await openTestDatabase({ log, ...rest }));
  const passwords = createPasswords();
  const setupToken = await createSetupToken(database.sequelize, database.secrets);
  const loginLimiter = createLoginLimiter(database.sequelize);
  const now = rest.now ?? (() => new Date());
  const { cache } = database;
  const app = createApp({
    log,
    passwords,
    setupToken,
    loginLimiter,
    reservationTtlMs,
    now,
    database,
    cache,
    readiness: { draining: false },
    publicUrl,
    trustedProxies,
    panelFolder,
  });
  const server = createServer(connections, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const call = (path: string, options?: CallOptions) => send(url, path, options);
  return {
    url,
    database,
    passwords,
    setupToken,
    logged,
    call,
    async signIn({ isSuperuser = false, email } = {}) {
      const passwordHash = await passwords.hash(testPassword);
      const user = await User.create({
        email: email ?? `${isSuperuser ? 'super' : 'normal'}-${serial()}@example.com`,
        name: 'Somebody',
        passwordHash,
        isSuperuser,
      });
      const answer = await call('auth.login', { method: 'POST', input: { email: user.email, password: testPassword } });
      return { user, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    },
    async tokenFor(user, scopes) {
      return (await createApiToken(user, { name: `token ${serial()}`, scopes }, bySystem)).token;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!given) await database.close();
    },
  };
}

let counted = 0;
const serial = () => (counted += 1);

function recordingLog(lines: string[]): Log {
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${message} ${inspect(fields, { depth: 9 })}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

async function send(
  url: string,
  path: string,
  { input, method = 'GET', token, cookie, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const query = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const response = await fetch(`${url}/trpc/${path}${query}`, {
    method,
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(method === 'POST' && { body: input === undefined ? '' : JSON.stringify(input) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: a test that looks into it fails by itself
  }
}
