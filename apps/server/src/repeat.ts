import { DomainError, fromDatabase, type Log } from '@ai-providers/db';
import { framesOf } from './stack-frames.js';

/** Work that is done again and again while the server runs. */
export interface Job {
  name: string;
  everyMs: number;
  run(): Promise<unknown>;
}

/** Calls `work` once after so many milliseconds. @returns what takes that back */
export type Schedule = (work: () => void, ms: number) => () => void;

interface Options {
  log: Log;
  schedule?: Schedule;
  /** From 0 up to 1. */
  random?: () => number;
}

/** Jobs that are under way. */
export interface Repeating {
  /** Starts no further run, and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * Runs each job at about its interval, the first time after one interval. A run begins only when the one before has ended.
 * A job that fails goes on: its first failure is logged, and its recovery.
 */
export function repeat(jobs: readonly Job[], options: Options): Repeating {
  const loops = jobs.map((job) => repeatOne(job, options));
  return {
    async stop() {
      await Promise.all(loops.map(({ stop }) => stop()));
    },
  };
}

function repeatOne(job: Job, { log, schedule = unreferenced, random = Math.random }: Options): Repeating {
  const attempt = watched(job, log);
  let stopped = false;
  let cancel = () => {};
  let underWay = Promise.resolve();
  const plan = () => {
    if (!stopped) cancel = schedule(() => void (underWay = attempt().then(plan)), spread(job.everyMs, random()));
  };
  plan();
  return {
    stop() {
      stopped = true;
      cancel();
      return underWay;
    },
  };
}

/** A run that never rejects and says only what changed: a database that is away would fill the log otherwise. */
function watched(job: Job, log: Log): () => Promise<void> {
  let isFailing = false;
  return async () => {
    try {
      await job.run();
      if (isFailing) log.info({ job: job.name }, 'background job works again');
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.error({ job: job.name, ...causeOf(error) }, 'background job failed and will be tried again');
      isFailing = true;
    }
  };
}

// Not the error itself: a database error carries the values of its statement.
function causeOf(thrown: unknown): object {
  const error = fromDatabase(thrown);
  if (error instanceof DomainError) return { reason: error.reason };
  return error instanceof Error ? { name: error.name, stack: framesOf(error) } : { name: typeof error };
}

// Up to a fifth sooner or later: instances that were started together do not stay together.
const spread = (ms: number, random: number): number => Math.round(ms * (0.8 + 0.4 * random));

/** A timer that keeps no process alive. */
const unreferenced: Schedule = (work, ms) => {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
};
