import { ConnectionRefusedError } from 'sequelize';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { repeat, type Job, type Schedule } from './repeat.js';

interface Timer {
  ms: number;
  work: () => void;
}

/** A clock of the test's own: nothing runs unless the test says that its time has come. */
function clockwork() {
  const timers = new Set<Timer>();
  const schedule: Schedule = (work, ms) => {
    const timer = { work, ms };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  return {
    schedule,
    waiting: () => [...timers].map(({ ms }) => ms),
    /** Lets every timer go off that is set now. */
    async goOff() {
      const due = [...timers];
      timers.clear();
      for (const { work } of due) work();
      await new Promise(setImmediate);
    },
  };
}

function open(jobs: Job[], random = () => 0.5) {
  const lines: string[] = [];
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const clock = clockwork();
  return { ...clock, lines, ...repeat(jobs, { log, schedule: clock.schedule, random }) };
}

/** A job whose runs end when the test says so. */
function held(name = 'held') {
  const ends: ((error?: Error) => void)[] = [];
  const run = vi.fn(
    () => new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve()))),
  );
  const end = async (error?: Error) => {
    ends.shift()?.(error);
    await new Promise(setImmediate);
  };
  return { job: { name, everyMs: 1000, run }, run, end };
}

describe('repeat', () => {
  it('runs nothing before the first interval, then each job after each interval', async () => {
    const jobs = [2000, 15_000].map((everyMs) => ({
      name: `${everyMs}`,
      everyMs,
      run: vi.fn(() => Promise.resolve()),
    }));
    const { waiting, goOff } = open(jobs);
    expect([waiting(), jobs.map(({ run }) => run.mock.calls.length)]).toEqual([
      [2000, 15_000],
      [0, 0],
    ]);
    for (let round = 0; round < 3; round += 1) await goOff();
    expect([waiting(), jobs.map(({ run }) => run.mock.calls.length)]).toEqual([
      [2000, 15_000],
      [3, 3],
    ]);
  });

  it('spreads the runs of several instances by a fifth to either side', () => {
    const job = { name: 'any', everyMs: 1000, run: () => Promise.resolve() };
    expect([0, 0.5, 0.999_999].flatMap((random) => open([job], () => random).waiting())).toEqual([800, 1000, 1200]);
  });

  it('begins no run before the last has ended, and lets a slow job hold up no other', async () => {
    const slow = held('slow');
    const quick = { name: 'quick', everyMs: 1000, run: vi.fn(() => Promise.resolve()) };
    const { waiting, goOff } = open([slow.job, quick]);
    for (let round = 0; round < 3; round += 1) await goOff();
    expect([slow.run.mock.calls.length, quick.run.mock.calls.length, waiting().length]).toEqual([1, 3, 1]);
    await slow.end();
    expect(waiting()).toHaveLength(2);
    await goOff();
    expect(slow.run).toHaveBeenCalledTimes(2);
  });

  it('logs the first failure and the recovery, goes on in between, and tells no values', async () => {
    const refused = new ConnectionRefusedError(new Error('connect ECONNREFUSED 10.1.2.3 password=hidden'));
    const outcomes = [null, refused, refused, new Error('duplicate key (email)=(hidden)'), null, null, 'odd', null];
    const run = vi.fn(() => {
      const outcome = outcomes[run.mock.calls.length - 1];
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything may be thrown
      return outcome === null ? Promise.resolve() : Promise.reject(outcome);
    });
    const { goOff, lines } = open([{ name: 'moody', everyMs: 1000, run }]);
    for (const _outcome of outcomes) await goOff();
    expect(run).toHaveBeenCalledTimes(outcomes.length);
    expect(lines).toEqual([
      'error background job failed and will be tried again {"job":"moody","reason":"DATABASE_UNAVAILABLE"}',
      'info background job works again {"job":"moody"}',
      'error background job failed and will be tried again {"job":"moody","name":"string"}',
      'info background job works again {"job":"moody"}',
    ]);
  });

  it('logs where an unknown failure came from, without its message', async () => {
    const job = { name: 'broken', everyMs: 1000, run: () => Promise.reject(new TypeError('hidden')) };
    const { goOff, lines } = open([job]);
    await goOff();
    expect(lines).toEqual([expect.stringMatching(/"name":"TypeError","stack":\[" +at .*repeat\.test\.ts/)]);
    expect(lines[0]).not.toContain('hidden');
  });

  it('takes a job that throws instead of rejecting', async () => {
    const run = vi.fn(() => {
      throw new Error('at once');
    });
    const { goOff, waiting } = open([{ name: 'rash', everyMs: 1000, run }]);
    await goOff();
    expect(waiting()).toEqual([1000]);
  });
});

describe('stop', () => {
  it('waits for the run under way and starts none after it', async () => {
    const slow = held();
    const { goOff, stop, waiting } = open([slow.job]);
    await goOff();
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    await slow.end(new Error('even if it fails'));
    await stopping;
    expect([waiting(), slow.run.mock.calls.length]).toEqual([[], 1]);
  });

  it('between two runs waits for nothing', async () => {
    const slow = held();
    const { stop, waiting } = open([slow.job]);
    await stop();
    await stop();
    expect([waiting(), slow.run.mock.calls.length]).toEqual([[], 0]);
  });
});

describe('the timers of the process', () => {
  afterEach(() => vi.useRealTimers());

  it('go off by themselves and keep no process alive', async () => {
    vi.useFakeTimers();
    const timer = vi.spyOn(globalThis, 'setTimeout');
    const run = vi.fn(() => Promise.resolve());
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const { stop } = repeat([{ name: 'any', everyMs: 1000, run }], { log });
    expect(timer.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef())).toEqual([false]); // a timer, as spied on
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run.mock.calls.length).toBeGreaterThanOrEqual(8);
    await stop();
    run.mockClear();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run).not.toHaveBeenCalled();
  });
});
