import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import './CopyRequestId.lazy.js'; // loaded before it is looked for
import { ErrorState } from './ErrorState.js';
import { toast } from './toast.js';

const copied = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
const show = () => render(<ErrorState message="It failed." code="INTERNAL" requestId="r-1" />);

beforeEach(() => {
  copied.mockClear();
  vi.stubGlobal('isSecureContext', true);
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: copied } as unknown as Clipboard); // all that is used
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the request id of a failure', () => {
  it('is copied, and that it was is told', async () => {
    const told = vi.spyOn(toast, 'success').mockReturnValue(undefined);
    await show();
    await vi.waitFor(() => buttonNamed('Copy the request id'));
    await click(buttonNamed('Copy the request id'));
    expect(copied).toHaveBeenCalledWith('r-1');
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('Request id copied.'));
  });
  it('has no button where a browser has no clipboard', async () => {
    vi.stubGlobal('isSecureContext', false);
    const container = await show();
    expect(container.textContent).toContain('r-1');
    expect(container.querySelector('button')).toBeNull();
  });
});
