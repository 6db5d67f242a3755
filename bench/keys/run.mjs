// How fast a program is given its key: `keys.resolve`, which writes one durable entry of the audit chain for each, beside
// `providers.bySlug`, which is answered from the cache, over HTTP on the same server in the same run. By hand, never in
// the tests:
//
//   pnpm build && node bench/keys/run.mjs postgres://…/postgres [seconds per figure] [rounds]
//
// It makes a database of its own on that server, starts the built server on it, and drops it. Candidates take turns
// within a round; the figures are medians of calls per second, the ratio is the median of the rounds' ratios.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AIProvider, bySystem, createApiToken, User, verifyAudit } from '../../packages/db/dist/index.js';
import { median, openBench, ratio, say, secretKey, takeTurns } from '../support.mjs';

const [server, seconds = 2, rounds = 3] = process.argv.slice(2);

async function fill() {
  await AIProvider.create({
    name: 'Bench',
    slug: 'bench',
    displayName: 'Bench',
    sharedApiKey: 'sk-bench-key-of-nobody',
    allowSharedForNormalAdmins: true,
  });
  const user = await User.create({ email: 'bench@example.com', passwordHash: 'none' });
  const { token } = await createApiToken(
    user,
    { name: 'Bench', scopes: ['keys:resolve', 'registry:read'], providers: null },
    bySystem,
  );
  return token;
}

/** The built server, once it answers. */
async function start(url) {
  const main = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { DATABASE_URL: url, SECRET_KEY: secretKey, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const address = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const [, found] = /The panel and the API: (http\S+)\n/.exec(printed) ?? [];
      if (found) resolve(found);
    });
  });
  const stop = () => new Promise((resolve) => (child.removeAllListeners('exit').once('exit', resolve), child.kill()));
  return { address, stop };
}

const { url, drop } = await openBench(server);
try {
  const token = await fill();
  const { address, stop } = await start(url);
  const ask = async (procedure, input) => {
    const answer = await fetch(`${address}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  const candidates = {
    'providers.bySlug': () => ask('providers.bySlug', { slug: 'bench' }),
    'keys.resolve': () => ask('keys.resolve', { provider: 'bench' }),
  };
  for (const call of Object.values(candidates)) for (let turn = 0; turn < 200; turn += 1) await call();
  for (const inFlight of [1, 16, 64]) {
    const figures = await takeTurns(candidates, { inFlight, seconds: Number(seconds), rounds: Number(rounds) });
    say(`\n${inFlight} in flight`);
    for (const [key, values] of Object.entries(figures)) say(`  ${key.padEnd(30)} ${median(values).toFixed(0)}/s`);
    say(`  resolve ÷ bySlug               ${ratio(figures['keys.resolve'], figures['providers.bySlug'])}`);
  }
  await stop();
  say(`\naudit ${JSON.stringify(await verifyAudit())}`);
} finally {
  await drop();
}
