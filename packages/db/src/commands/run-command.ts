import { dataVariables, readVariables } from '../environment/data-environment.js';
import { openData, type OpenData } from '../environment/open-data.js';
import { operatorMessage } from '../environment/operator-message.js';
import type { Log } from '../log.js';
import { readArguments, UsageError, usageOf, type Arguments, type CommandForm } from './arguments.js';
import { requireSchema } from './require-schema.js';

/** What a command is given. */
export interface CommandContext extends OpenData, Arguments {
  log: Log;
  /** Tells the operator how far the work is. */
  progress(text: string): void;
}

/** What it says at the end; `failed` when it did its work and what it found is bad. */
export type CommandOutcome = string | { text: string; failed: boolean };

export interface Command extends CommandForm {
  /** Works on an empty or outdated database, too. */
  withoutSchema?: boolean;
  run(context: CommandContext): Promise<CommandOutcome>;
}

/**
 * Runs one command over the data that the environment names, and ends the process: with 0, with 1 when it failed,
 * with 2 when it was called wrongly.
 */
export async function runCommand(command: Command): Promise<void> {
  try {
    const given = readArguments(command, process.argv.slice(2));
    if (given === 'help') return void process.stdout.write(usageOf(command));
    const outcome = await onOpenData(command, given);
    const { text, failed } = typeof outcome === 'string' ? { text: outcome, failed: false } : outcome;
    process.stdout.write(`${text}\n`);
    if (failed) process.exitCode = 1;
  } catch (error) {
    const misused = error instanceof UsageError;
    process.stderr.write(misused ? `${error.message}\n\n${usageOf(command)}` : `${operatorMessage(error)}\n`);
    process.exitCode = misused ? 2 : 1;
  }
}

async function onOpenData(command: Command, given: Arguments): Promise<CommandOutcome> {
  const env = readVariables(dataVariables, process.env);
  const data = await openData(env, commandLog);
  try {
    if (!command.withoutSchema) await requireSchema(data.database.sequelize);
    return await command.run({ ...data, ...given, log: commandLog, progress });
  } finally {
    await data.database.close();
  }
}

const progress = (text: string) => void process.stderr.write(`${text}\n`);
const write = (_fields: object, message: string) => void process.stderr.write(`${message}\n`);
const commandLog: Log = { info: () => undefined, warn: write, error: write };
