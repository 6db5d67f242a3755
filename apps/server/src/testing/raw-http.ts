import { connect, type Socket } from 'node:net';

export interface RawRequest {
  method?: string;
  /** The request target as it is sent: nothing is normalised. */
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer | Iterable<Buffer>;
}

export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  status: number;
  text: string;
  headers: string;
}

/** Sends a request byte for byte, as no client library would. */
export async function rawRequest(url: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const answer = readAnswer(socket);
  const headers = { Host: host, Connection: 'close', ...lengthOf(request.body), ...request.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${request.method ?? 'GET'} ${request.target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  await sendBody(socket, request.body);
  return answer;
}

function lengthOf(body: RawRequest['body']): Record<string, string> {
  return typeof body === 'string' || Buffer.isBuffer(body) ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
}

async function sendBody(socket: Socket, body: RawRequest['body'] = ''): Promise<void> {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return void socket.write(body);
  for (const chunk of body) {
    if (socket.destroyed) return;
    if (!socket.write(chunk)) await drained(socket);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

function readAnswer(socket: Socket): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {}); // a server that closes early is an answer, too: see `status`
    socket.on('close', () => {
      const whole = Buffer.concat(chunks).toString();
      const end = whole.indexOf('\r\n\r\n');
      const headers = end < 0 ? whole : whole.slice(0, end);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0);
      const body = end < 0 ? '' : whole.slice(end + 4);
      resolve({ status, headers, text: /^transfer-encoding: chunked/im.test(headers) ? dechunked(body) : body });
    });
  });
}

/** Joins the chunks of a body in ASCII, where a character is a byte. */
function dechunked(body: string): string {
  const [, size = '0', rest = ''] = /^([0-9a-f]+)\r\n([^]*)$/i.exec(body) ?? [];
  const length = parseInt(size, 16);
  return length === 0 ? '' : rest.slice(0, length) + dechunked(rest.slice(length + 2));
}
