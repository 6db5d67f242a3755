import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { Dialog } from './Dialog.js';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Open</button>
      {open && (
        <Dialog title="Question" onClose={() => setOpen(false)}>
          <button onClick={() => setOpen(false)}>Answer</button>
        </Dialog>
      )}
    </>
  );
}

describe('Dialog', () => {
  it('leaves the focus where it was before it opened', async () => {
    await render(<Page />);
    buttonNamed('Open').focus();
    await click(buttonNamed('Open'));
    buttonNamed('Answer').focus();
    await click(buttonNamed('Answer'));
    expect(document.activeElement).toBe(buttonNamed('Open'));
  });
});
