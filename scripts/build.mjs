import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Builds what has changed. Turbo's telemetry stays off: a server of yours tells nobody that it was built.
const { status } = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only', ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
