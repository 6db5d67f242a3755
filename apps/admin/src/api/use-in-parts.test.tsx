import type { BulkResult, BulkTarget } from '@ai-providers/contracts';
import { act, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { useInParts } from './use-in-parts.js';

type Target = BulkTarget<string> & { atMost?: number };
type Patch = 'enable' | 'top';

const many = Array.from({ length: 120 }, (_, index) => `id-${index}`);
const sent: Target[] = [];
const onChanged = vi.fn();
const onEnd = vi.fn();
const onSuccess = vi.fn();
const onError = vi.fn();
/** What each call waits for. */
let gate: Promise<void>;
let open: () => void;
let failsAt: number | undefined;

beforeEach(() => {
  sent.length = 0;
  failsAt = undefined;
  gate = Promise.resolve();
  vi.clearAllMocks();
});

const shut = () => {
  gate = new Promise((resolve) => {
    open = resolve;
  });
};

/** A server that does to a part what it is asked for; to the top it takes the last ones first. */
const send = async (target: Target): Promise<{ results: BulkResult[]; changed: string[] }> => {
  sent.push(target);
  await gate;
  if (sent.length === failsAt) throw new Error('the server is away');
  if ('filter' in target) throw new Error('no filter in these tests');
  const publicIds = target.publicIds.slice(-(target.atMost ?? target.publicIds.length));
  return { results: publicIds.map((publicId) => ({ publicId, name: publicId, ok: true })), changed: publicIds };
};

function Parts({ publicIds, patch }: { publicIds: string[]; patch: Patch }) {
  const isOrdered = (asked: Patch) => asked === 'top';
  const findIds = () => Promise.resolve(many);
  const parts = useInParts<string, Patch>({ send, isOrdered, findIds, onChanged, onEnd });
  return (
    <>
      <button onClick={() => parts.mutate({ publicIds, patch }, { onSuccess, onError })}>Run</button>
      {parts.cancel && <button onClick={parts.cancel}>Cancel</button>}
      <output>{JSON.stringify([parts.progress, parts.isStopping])}</output>
    </>
  );
}

function Page(props: { publicIds: string[]; patch: Patch }) {
  const [isHere, setIsHere] = useState(true);
  return (
    <>
      {isHere && <Parts {...props} />}
      <button onClick={() => setIsHere(false)}>Leave</button>
    </>
  );
}

async function start(publicIds: string[], patch: Patch) {
  await render(<Page publicIds={publicIds} patch={patch} />);
  await click(buttonNamed('Run'));
}

const ended = () => act(() => vi.waitFor(() => expect(onEnd).toHaveBeenCalled()));
const counts = () => sent.map((target) => 'publicIds' in target && target.publicIds.length);
const shown = () => document.querySelector('output')?.textContent;

describe('useInParts', () => {
  it('sends a few in one call, of which there is nothing to cancel', async () => {
    shut();
    await start(many.slice(0, 50), 'enable');
    expect(document.body.textContent).not.toContain('Cancel');
    open();
    await ended();
    expect(sent).toEqual([{ publicIds: many.slice(0, 50) }]);
  });

  it('sends many in parts', async () => {
    await start(many, 'enable');
    await ended();
    expect(counts()).toEqual([50, 50, 20]);
    expect(onChanged).toHaveBeenLastCalledWith(many, 'enable');
    expect(onSuccess.mock.lastCall?.[0]).toMatchObject({ left: [] });
  });

  it('leaves to the server which part of all is next, where their order counts', async () => {
    await start(many, 'top');
    await ended();
    expect(sent).toEqual([
      { publicIds: many, atMost: 50 },
      { publicIds: many.slice(0, 70), atMost: 50 },
      { publicIds: many.slice(0, 20), atMost: 50 },
    ]);
  });

  it('finishes the part at work when it is cancelled, and tells which are left', async () => {
    shut();
    await start(many, 'enable');
    await click(buttonNamed('Cancel'));
    expect(shown()).toBe(JSON.stringify([{ done: 0, total: 120 }, true]));
    open();
    await ended();
    expect(counts()).toEqual([50]);
    expect(onSuccess.mock.lastCall?.[0]).toMatchObject({ left: many.slice(50) });
    expect(onChanged).toHaveBeenCalledExactlyOnceWith(many.slice(0, 50), 'enable');
  });

  it('keeps what was done before a part failed, and says why it ended', async () => {
    failsAt = 2;
    await start(many, 'enable');
    await ended();
    expect(onError).not.toHaveBeenCalled();
    const { results, left, error } = onSuccess.mock.lastCall?.[0] as {
      results: unknown[];
      left: string[];
      error: Error;
    };
    expect([results.length, left.length, error.message]).toEqual([50, 70, 'the server is away']);
    expect(onChanged).toHaveBeenCalledExactlyOnceWith(many.slice(0, 50), 'enable');
  });

  it('ends after the part at work when the page is left', async () => {
    shut();
    await start(many, 'enable');
    await click(buttonNamed('Leave'));
    open();
    await ended();
    expect(counts()).toEqual([50]);
  });
});
