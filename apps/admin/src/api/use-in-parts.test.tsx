import type { BulkResult, BulkTarget } from '@ai-providers/contracts';
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

beforeEach(() => {
  sent.length = 0;
  vi.clearAllMocks();
});

/** A server that does to a part what it is asked for; to the top it takes the last ones first. */
const send = (target: Target): Promise<{ results: BulkResult[]; changed: string[] }> => {
  sent.push(target);
  if ('filter' in target) return Promise.reject(new Error('no filter in these tests'));
  const publicIds = target.publicIds.slice(-(target.atMost ?? target.publicIds.length));
  const results = publicIds.map((publicId) => ({ publicId, name: publicId, ok: true }));
  return Promise.resolve({ results, changed: publicIds });
};

function Parts({ publicIds, patch }: { publicIds: string[]; patch: Patch }) {
  const isOrdered = (asked: Patch) => asked === 'top';
  const findIds = () => Promise.resolve(many);
  const parts = useInParts<string, Patch>({ send, isOrdered, findIds, onChanged, onEnd });
  return <button onClick={() => parts.mutate({ publicIds, patch }, { onSuccess, onError })}>Run</button>;
}

async function run(publicIds: string[], patch: Patch) {
  await render(<Parts publicIds={publicIds} patch={patch} />);
  await click(buttonNamed('Run'));
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalled());
}

const counts = () => sent.map((target) => 'publicIds' in target && target.publicIds.length);

describe('useInParts', () => {
  it('sends a few in one call', async () => {
    await run(many.slice(0, 50), 'enable');
    expect(sent).toEqual([{ publicIds: many.slice(0, 50) }]);
  });

  it('sends many in parts', async () => {
    await run(many, 'enable');
    expect(counts()).toEqual([50, 50, 20]);
    expect(onChanged).toHaveBeenLastCalledWith(many, 'enable');
  });

  it('leaves to the server which part of all is next, where their order counts', async () => {
    await run(many, 'top');
    expect(sent).toEqual([
      { publicIds: many, atMost: 50 },
      { publicIds: many.slice(0, 70), atMost: 50 },
      { publicIds: many.slice(0, 20), atMost: 50 },
    ]);
  });
});
