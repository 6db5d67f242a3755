import { connect } from 'node:net';

/** Every key of a Redis that begins with `prefix`, with its value and time to live, as text. */
export async function dumpRedis(url: string, prefix: string): Promise<string> {
  const keys = (await command(url, 'KEYS', `${prefix}*`)).split('\r\n').filter((line) => line.startsWith(prefix));
  const entries = await Promise.all(
    keys.map(async (key) => `${key} ${await command(url, 'PTTL', key)} ${await command(url, 'GET', key)}`),
  );
  return entries.join('\n');
}

/** Sends one command over a connection of its own, and gives the raw reply. */
function command(url: string, ...words: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(port || 6379), hostname);
    socket.on('data', (chunk: Buffer) => void (reply += chunk.toString()));
    socket.on('error', reject).on('close', () => resolve(reply));
    socket.end(
      [words, ['QUIT']]
        .map(
          (each) => `*${each.length}\r\n${each.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
        )
        .join(''),
    );
  });
}
