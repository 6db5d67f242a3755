import { rotateKeys, type LeftSecret, type RotationResult } from '../services/rotate-keys.js';
import { runAlone } from './run-alone.js';
import { runCommand } from './run-command.js';

const reasons = {
  unreadable: 'no key opens it; enter it again in the panel',
  misplaced: 'it belongs to another row; enter it again in the panel',
  unbound: 'it was copied from elsewhere; run keys:adopt',
} satisfies Record<LeftSecret['condition'], string>;

function reportOf({ changed, byKey, left, underOlderKeys, keyId }: RotationResult): string {
  const lines = [`Keys changed: ${changed}`];
  for (const [id, count] of Object.entries(byKey))
    lines.push(`  under ${id}, ${id === keyId ? 'the SECRET_KEY' : 'a fallback'}: ${count}`);
  if (left.length > 0) lines.push(`Keys left as they are: ${left.length}`);
  lines.push(...left.map(({ label, condition }) => `  ${label}: ${reasons[condition]}`));
  lines.push(
    underOlderKeys === 0
      ? 'No key needs the fallbacks any more: SECRET_KEY_FALLBACKS can be removed. Backups made before still need them.'
      : `Keys that still need the fallbacks: ${underOlderKeys}. Start every server with the new SECRET_KEY, see to what is listed above, and run this again.`,
  );
  return lines.join('\n');
}

await runCommand({
  name: 'keys:rotate',
  purpose: `Encrypts every stored key with SECRET_KEY, reading those that are still encrypted with one of
SECRET_KEY_FALLBACKS. Servers may go on working, once each of them was started with the same keys.
It can be stopped at any moment: the next run goes on, and one that has nothing to do changes nothing.`,
  async run({ database, progress }) {
    const onProgress = (done: number, total: number) => {
      if (done % 500 === 0 || done === total) progress(`${done} of ${total} keys`);
    };
    const result = await runAlone(database, 'keys:rotate', () => rotateKeys({ onProgress }));
    return { text: reportOf(result), failed: result.underOlderKeys > 0 };
  },
});
