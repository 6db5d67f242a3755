import { describe, expect, it } from 'vitest';
import { readArguments, UsageError, usageOf, type CommandForm } from './arguments.js';

const plain: CommandForm = { name: 'plain', purpose: 'Does one thing.' };
const rich: CommandForm = {
  name: 'rich',
  purpose: 'Does another.',
  argument: { name: 'FILE', help: 'a file' },
  options: {
    force: { help: 'a switch' },
    since: { value: 'DAY', help: 'an option with a value', form: { pattern: /day$/, words: 'a day' } },
  },
};

describe('readArguments', () => {
  it('takes nothing where nothing is needed', () => {
    expect(readArguments(plain, [])).toMatchObject({ argument: '' });
  });
  it('takes the argument, switches and options in any order', () => {
    expect(readArguments(rich, ['--since', 'today', 'a.gz', '--force'])).toMatchObject({
      argument: 'a.gz',
      options: { since: 'today', force: true },
    });
  });
  it('takes what follows two dashes for the argument', () => {
    expect(readArguments(rich, ['--', '--force'])).toMatchObject({ argument: '--force' });
  });
  it.each([[['--help']], [['-h']], [['--help', 'surplus', 'more']]])('shows help for %j', (given) => {
    expect(readArguments(rich, given)).toBe('help');
  });
  it.each<[CommandForm, string[], RegExp]>([
    [plain, ['--force'], /^Unknown option '--force'$/],
    [plain, ['surplus'], /^plain does not know what to do with “surplus”$/],
    [rich, [], /^rich needs FILE$/],
    [rich, ['a', 'b'], /“b”/],
    [rich, ['a', '--since'], /argument missing/],
    [rich, ['a', '--since', 'noon'], /^--since must be a day$/],
    [rich, ['a', '--force=yes'], /does not take an argument/],
    [rich, ['a', '--sicne', 'today'], /Unknown option '--sicne'/],
  ])('refuses %o with %j', (form, given, message) => {
    expect(() => readArguments(form, given)).toThrow(UsageError);
    expect(() => readArguments(form, given)).toThrow(message);
  });
});

describe('usageOf', () => {
  it('lists everything that the command takes', () => {
    expect(usageOf(rich)).toBe(`Usage: pnpm rich FILE [options]

Does another.

  FILE         a file
  --force      a switch
  --since DAY  an option with a value
  --help       shows this text

The data is that of DATABASE_URL, or else of DATA_DIR; SECRET_KEY and SECRET_KEY_FALLBACKS open its secrets.
`);
  });
});
