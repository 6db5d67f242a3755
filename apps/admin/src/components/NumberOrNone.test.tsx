import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { click, render, type } from '../testing/render.js';
import { numberOrNone, textOf, type NumberText } from './number-or-none.js';
import { NumberOrNone } from './NumberOrNone.js';

describe('numberOrNone', () => {
  it.each<[NumberText, number | null | undefined]>([
    [null, null],
    ['', undefined],
    ['0', 0],
    ['1۲', 12],
    ['many', Number.NaN],
  ])('reads %j as %j', (text, value) => {
    expect(numberOrNone(text)).toBe(value);
  });
  it('is shown as it was read', () => {
    expect([textOf(null), textOf(0)]).toEqual([null, '0']);
  });
});

describe('NumberOrNone', () => {
  it('gives back the number that was typed when the tick is taken away', async () => {
    const seen: NumberText[] = [];
    const Field = () => {
      const [value, setValue] = useState<NumberText>('');
      seen.push(value);
      return <NumberOrNone label="Limit" noneLabel="No limit" value={value} onChange={setValue} />;
    };
    const container = await render(<Field />);
    const [number, tick] = container.querySelectorAll('input');
    await type(number ?? null, '۷۰');
    await click(tick);
    expect([seen.at(-1), number?.disabled, number?.value]).toEqual([null, true, '']);
    await click(tick);
    expect([seen.at(-1), number?.disabled, number?.value]).toEqual(['70', false, '70']);
  });
});
