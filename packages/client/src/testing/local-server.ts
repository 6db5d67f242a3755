import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  /** The path without its query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status?: number;
  type?: string;
  text: string;
}

export interface LocalServer {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A server on a free port that keeps what it was asked. */
export async function openLocalServer(answer: (request: Received) => Answer = succeed): Promise<LocalServer> {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    void read(req).then((request) => {
      received.push(request);
      const { status = 200, type = 'application/json', text } = answer(request);
      res.writeHead(status, { 'content-type': type }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The procedures that one request calls. */
export const callsOf = ({ path }: Received): string[] => path.slice(path.lastIndexOf('/') + 1).split(',');

/** Answers each call with its own name, as the wire has it. */
function succeed(request: Received): Answer {
  const results = callsOf(request).map((name) => ({ result: { data: name } }));
  return { text: JSON.stringify(request.query.get('batch') === '1' ? results : results[0]) };
}

async function read(req: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding is set
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://127.0.0.1');
  return {
    method: req.method ?? '',
    path: pathname,
    query: searchParams,
    headers: req.headers,
    body: Buffer.concat(chunks).toString(),
  };
}
