import { adoptKeys } from '../services/adopt-keys.js';
import { runAlone } from './run-alone.js';
import { runCommand } from './run-command.js';

function indent(line: string): string {
  return `  ${line}`;
}

await runCommand({
  name: 'keys:adopt',
  purpose: `Makes keys usable whose rows were copied from another deployment with the same SECRET_KEY: each is bound to
the row that it is in. To be run once, after the copy. Keys that were entered here are not touched.
docs/operations.md shows the whole way.`,
  async run({ database }) {
    const { adopted, unreadable } = await runAlone(database, 'keys:adopt', () => adoptKeys());
    const lines = [`Keys adopted: ${adopted.length}`, ...adopted.map(indent)];
    if (unreadable.length > 0)
      lines.push(`Keys that no SECRET_KEY of ours opens, left as they are: ${unreadable.length}`);
    return { text: [...lines, ...unreadable.map(indent)].join('\n'), failed: unreadable.length > 0 };
  },
});
