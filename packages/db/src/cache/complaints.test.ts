import { describe, expect, it } from 'vitest';
import { Complaints } from './complaints.js';

describe('Complaints', () => {
  function makeComplaints() {
    const lines: { level: string; fields: object }[] = [];
    const noteAs = (level: string) => (fields: object) => void lines.push({ level, fields });
    const clock = { now: 1_000 };
    const complaints = new Complaints(
      { info: noteAs('info'), warn: noteAs('warn'), error: noteAs('error') },
      () => clock.now,
    );
    return { complaints, lines, clock };
  }

  it('says one line in ten seconds', () => {
    const { complaints, lines, clock } = makeComplaints();
    for (let second = 0; second < 20; second += 1) {
      complaints.complain(new Error(`refused in second ${second}`));
      clock.now += 1_000;
    }
    expect(lines.map(({ fields }) => fields)).toEqual([
      { reason: 'refused in second 0' },
      { reason: 'refused in second 10' },
    ]);
  });

  it('says that all is well only after it has complained, once', () => {
    const { complaints, lines } = makeComplaints();
    complaints.recovered();
    complaints.complain(new Error('refused'));
    complaints.recovered();
    complaints.recovered();
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  it('repeats nothing of an error but its message, or its code where it has none', () => {
    const { complaints, lines, clock } = makeComplaints();
    complaints.complain(Object.assign(new Error('Invalid URL'), { input: 'redis://user:hunter2@host' }));
    clock.now += 10_000;
    complaints.complain(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }));
    expect(lines.map(({ fields }) => fields)).toEqual([{ reason: 'Invalid URL' }, { reason: 'ECONNREFUSED' }]);
  });
});
