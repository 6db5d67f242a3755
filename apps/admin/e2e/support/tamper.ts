import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = `import { PGlite } from '@electric-sql/pglite';
const [, folder, sql] = process.argv;
const database = await PGlite.create(folder);
await database.exec(sql);
await database.close();`;

/** Changes embedded data past the server, as somebody could who has its folder. Its server must be stopped. */
export async function tamper(dataDir: string, sql: string): Promise<void> {
  const packageOfData = join(import.meta.dirname, '../../../../packages/db');
  await run(process.execPath, ['--input-type=module', '-e', script, join(dataDir, 'database', 'pgdata'), sql], {
    cwd: packageOfData,
  });
}
