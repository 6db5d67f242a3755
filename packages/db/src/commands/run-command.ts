import { dataVariables, readVariables } from '../environment/data-environment.js';
import { openData, type OpenData } from '../environment/open-data.js';
import { operatorMessage } from '../environment/operator-message.js';
import type { Log } from '../log.js';

/** Runs one command over the data that the environment names, and ends the process. */
export async function runCommand(work: (data: OpenData, log: Log) => Promise<string>): Promise<void> {
  try {
    const env = readVariables(dataVariables, process.env);
    const data = await openData(env, commandLog);
    try {
      process.stdout.write(`${await work(data, commandLog)}\n`);
    } finally {
      await data.database.close();
    }
  } catch (error) {
    process.stderr.write(`${operatorMessage(error)}\n`);
    process.exitCode = 1;
  }
}

const write = (_fields: object, message: string) => void process.stderr.write(`${message}\n`);
const commandLog: Log = { info: () => undefined, warn: write, error: write };
