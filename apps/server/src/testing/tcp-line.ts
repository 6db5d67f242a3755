import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a TCP server that a test can cut and mend. */
export interface TcpLine {
  readonly port: number;
  /** How many connections stand: none when both ends have closed theirs. */
  connections(): number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function openTcpLine(target: { host: string; port: number }): Promise<TcpLine> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    port,
    connections: () => sockets.size,
    async cut() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: async () => void (await once(server.listen(port, '127.0.0.1'), 'listening')),
  };
}
