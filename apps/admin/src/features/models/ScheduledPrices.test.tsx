import { useForm } from '@mantine/form';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { click, render } from '../../testing/render.js';
import { blankModel, type ModelValues } from './model-values.js';
import { newScheduledPrice } from './scheduled-prices.js';
import { ScheduledPrices } from './ScheduledPrices.js';

function Prices({ from }: { from: string }) {
  const form = useForm<ModelValues>({
    initialValues: { ...blankModel('openai'), scheduled: [{ ...newScheduledPrice(), from }] },
  });
  return (
    <>
      <ScheduledPrices form={form} />
      <output>{form.values.scheduled[0]?.from}</output>
    </>
  );
}

async function show(from: string) {
  await render(<Prices from={from} />, 'fa');
  await shown('[aria-haspopup=dialog]');
}

/** What is loaded when it is first needed. */
const shown = (selector: string) =>
  vi.waitFor(async () => {
    await act(async () => undefined);
    expect(document.querySelector(selector)).not.toBeNull();
  }, 15_000);

const field = () => document.querySelector('[aria-haspopup=dialog]');

describe('the day of a price to come', () => {
  it('is shown in the calendar of the user', async () => {
    await show('2026-12-01');
    expect(field()?.textContent).toMatch(/آذر/);
    expect(field()?.getAttribute('aria-label')).toMatch(/: .*آذر/);
  });

  it('is chosen there, and kept as ISO', async () => {
    await show('2026-12-01');
    await click(field());
    const day = '[role=grid] td:not([data-selected]) button:not([disabled])';
    await shown(day);
    await click(document.querySelector(day));
    expect(document.querySelector('output')?.textContent).toMatch(/^2026-1[12]-\d\d$/);
    expect(document.querySelector('output')?.textContent).not.toBe('2026-12-01');
  });
});
