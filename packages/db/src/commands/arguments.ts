import { parseArgs } from 'node:util';

/** The command was called in a way that it does not know; its text says what is wrong. */
export class UsageError extends Error {}

/** With `value` an option takes one, named so in the help; without, it is a switch. */
export interface OptionForm {
  help: string;
  value?: string;
  /** What every value looks like, and how that is said. */
  form?: { pattern: RegExp; words: string };
}

/** How a command may be called. */
export interface CommandForm {
  /** As it is called from the root of the repository, such as `keys:rotate`. */
  name: string;
  /** What it does, in lines of at most 100 characters. */
  purpose: string;
  /** The one argument that it must be given, if any. */
  argument?: { name: string; help: string };
  options?: Record<string, OptionForm>;
}

/** What it was given. */
export interface Arguments {
  argument: string;
  options: Record<string, string | boolean | undefined>;
}

/** @throws UsageError */
export function readArguments(form: CommandForm, given: string[]): Arguments | 'help' {
  const { values, positionals } = parse(form, given);
  if (values.help === true) return 'help';
  const [argument, ...surplus] = positionals;
  if (form.argument && argument === undefined) throw new UsageError(`${form.name} needs ${form.argument.name}`);
  const unwanted = form.argument ? surplus[0] : argument;
  if (unwanted !== undefined) throw new UsageError(`${form.name} does not know what to do with “${unwanted}”`);
  for (const [name, { form: expected }] of Object.entries(form.options ?? {})) {
    const value = values[name];
    if (typeof value === 'string' && expected && !expected.pattern.test(value))
      throw new UsageError(`--${name} must be ${expected.words}`);
  }
  return { argument: argument ?? '', options: values };
}

/** The text that `--help` shows. */
export function usageOf({ name, purpose, argument, options = {} }: CommandForm): string {
  const entries: [string, OptionForm][] = Object.entries(options);
  const help: (typeof entries)[number] = ['help', { help: 'shows this text' }];
  const lines = [...entries, help].map(([option, { value, help }]) => ({
    left: `--${option}${value ? ` ${value}` : ''}`,
    help,
  }));
  if (argument) lines.unshift({ left: argument.name, help: argument.help });
  const width = Math.max(...lines.map(({ left }) => left.length));
  return [
    `Usage: pnpm ${name}${argument ? ` ${argument.name}` : ''} [options]`,
    '',
    purpose,
    '',
    ...lines.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`),
    '',
    'The data is that of DATABASE_URL, or else of DATA_DIR; SECRET_KEY and SECRET_KEY_FALLBACKS open its secrets.',
    '',
  ].join('\n');
}

function parse({ options = {} }: CommandForm, args: string[]): { values: Arguments['options']; positionals: string[] } {
  const known = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const) }] as const,
  );
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    return parseArgs({ args, options: { ...Object.fromEntries(known), help }, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new UsageError(firstSentence(error.message));
    throw error;
  }
}

// Node goes on about how to pass an argument that begins with a dash.
const firstSentence = (text: string): string => text.split(/\. |\n/, 1)[0] ?? text;
