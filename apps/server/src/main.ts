import { operatorMessage } from '@ai-providers/db';
import { readEnv } from './env.js';
import { createLog } from './log.js';
import { openServer } from './open-server.js';

try {
  const env = readEnv(process.env);
  const log = createLog(env.LOG_LEVEL);
  const running = await openServer(env, log);
  stopOnSignals(running.close, log); // before it says that it runs: whoever reads that may stop it at once
  announce(running);
} catch (error) {
  process.stderr.write(`${operatorMessage(error)}\n`);
  process.exit(1);
}

function announce({ url, setupUrl }: { url: string; setupUrl: string | null }): void {
  process.stdout.write(`\n  The panel and the API: ${url}\n`);
  if (setupUrl) process.stdout.write(`  Set it up once, here:  ${setupUrl}\n`);
  process.stdout.write('\n');
}

function stopOnSignals(close: () => Promise<void>, log: ReturnType<typeof createLog>): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1); // asked twice: at once
    stopping = true;
    log.info({ signal }, 'stopping');
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const crash = (kind: string) => (error: unknown) => {
    log.error({ name: error instanceof Error ? error.name : typeof error }, kind);
    process.exitCode = 1;
    void close().finally(() => process.exit(1));
  };
  process.on('uncaughtException', crash('uncaught exception'));
  process.on('unhandledRejection', crash('unhandled rejection'));
}
