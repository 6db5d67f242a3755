import { linkPattern, parseLink } from '../audit/head.js';
import { verifyAudit, type AuditProblem } from '../services/verify-audit.js';
import { runCommand } from './run-command.js';

const problems = {
  missing: 'is missing',
  order: 'is not in its place: it was written after another entry than the one before it',
  previous: 'is not in its place: it was written after an entry that is not in the log',
  hash: 'was changed after it was written',
  unexpected: 'was put in by somebody else',
  unnoted: 'is the last one, but the note that says so was removed: others may have followed it',
} satisfies Record<AuditProblem, string>;

await runCommand({
  name: 'audit:verify',
  purpose: `Checks the audit log from its first entry to its last, and names the first one that was changed, removed,
moved or put in. Keep the last line that it prints somewhere else: with --known, a later run can tell
whether the whole log was written anew.`,
  options: {
    known: {
      value: 'ENTRY',
      help: 'an entry as an earlier run printed it: its number, a colon and its hash',
      form: { pattern: linkPattern, words: 'a number, a colon and 64 hexadecimal digits' },
    },
  },
  async run({ options, progress }) {
    const known = parseLink(String(options.known)) ?? undefined;
    const onProgress = (checked: number, total: string) => {
      if (checked % 10_000 === 0) progress(`${checked} of ${total} entries`);
    };
    const { checked, end, fault } = await verifyAudit({ known, onProgress });
    if (fault)
      return { text: `Entry ${fault.id} ${problems[fault.problem]}. Sound before it: ${checked}.`, failed: true };
    return end ? `Entries: ${checked}, all sound. The last one:\n${end.id}:${end.hash}` : 'The audit log is empty.';
  },
});
