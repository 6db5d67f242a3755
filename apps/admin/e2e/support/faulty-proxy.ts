import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a caller meets instead of the server's answer. */
export interface Fault {
  status: 429 | 500;
  /** Seconds, told in the header and in the answer. */
  retryAfter?: number;
}

/** Stands in front of a real server: calls of procedures that are named fail, and everything else goes through. */
export interface FaultyProxy {
  url: string;
  /** From now on, calls of these procedures (`providers.list`) meet the fault, and never reach the server. */
  fail(procedures: readonly string[], fault: Fault): void;
  /** From now on, calls of these procedures, and those sent along with them, wait until `heal`. */
  hold(procedures: readonly string[]): void;
  /** From now on, connections are cut, as if the server were gone. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
}

interface State {
  target: URL;
  failing: Map<string, Fault>;
  held: Set<string>;
  /** Calls that wait. */
  waiting: Array<() => void>;
  isCut: boolean;
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const state: State = { target: new URL(target), failing: new Map(), held: new Set(), waiting: [], isCut: false };
  const server = createServer((req, res) => void pass(state, req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    fail: (procedures, fault) => procedures.forEach((name) => state.failing.set(name, fault)),
    hold: (procedures) => procedures.forEach((name) => state.held.add(name)),
    cut: () => {
      state.isCut = true;
      server.closeAllConnections();
    },
    heal: () => {
      state.failing.clear();
      state.held.clear();
      state.isCut = false;
      state.waiting.splice(0).forEach((goOn) => goOn());
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(state: State, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (state.isCut) return void req.socket.destroy();
  const isCall = req.url?.startsWith('/trpc/') === true;
  const names = isCall ? proceduresOf(req.url ?? '') : [];
  if (names.some((name) => state.held.has(name))) await new Promise<void>((goOn) => state.waiting.push(goOn));
  const faults = names.map((name) => state.failing.get(name));
  const [fault] = faults.filter((one) => one !== undefined);
  const isSafe = req.method === 'GET';
  // A batch of queries gets the others' answers; a change is not sent at all.
  if (fault && (!isSafe || faults.every((one) => one !== undefined))) return answer(res, fault, faults);
  const { hostname: host, port } = state.target;
  const headers = { ...req.headers, ...(fault && { 'accept-encoding': 'identity' }) }; // what is mixed is read first
  const through = request({ host, port, method: req.method, path: req.url, headers }, (from) => {
    if (fault) return void mix(from, faults, res);
    res.writeHead(from.statusCode ?? 502, from.headers);
    from.pipe(res);
  });
  through.on('error', () => res.destroy()); // the server is away: so is this
  req.pipe(through);
}

/** `/trpc/auth.me,providers.list?batch=1` */
function proceduresOf(url: string): string[] {
  return decodeURIComponent(url.replace(/^\/trpc\//, '').replace(/\?.*$/, '')).split(',');
}

function answer(res: ServerResponse, fault: Fault, faults: Array<Fault | undefined>): void {
  const body = JSON.stringify(faults.map((one) => errorOf(one ?? fault)));
  const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  res.writeHead(fault.status, { 'content-type': 'application/json', ...retry }).end(body);
}

async function mix(from: IncomingMessage, faults: Array<Fault | undefined>, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of from) chunks.push(chunk as Buffer); // a response is read in buffers
  const answers = JSON.parse(Buffer.concat(chunks).toString()) as unknown[];
  const mixed = answers.map((own, index) => (faults[index] ? errorOf(faults[index]) : own));
  res.writeHead(207, { 'content-type': 'application/json' }).end(JSON.stringify(mixed));
}

/** As the server itself writes it. */
function errorOf({ status, retryAfter }: Fault): object {
  const [code, reason] =
    status === 429 ? ['TOO_MANY_REQUESTS', 'TOO_MANY_ATTEMPTS'] : ['INTERNAL_SERVER_ERROR', 'INTERNAL'];
  const data = { code, httpStatus: status, reason, requestId: 'e2e-fault', ...(retryAfter && { retryAfter }) };
  return { error: { message: 'made to fail', code: -32603, data } };
}
