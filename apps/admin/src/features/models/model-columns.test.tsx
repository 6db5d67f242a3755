import type { ModelOutput } from '@ai-providers/contracts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFmt } from '../../i18n/fmt.js';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { render } from '../../testing/render.js';
import { CapabilityChips } from './CapabilityChips.js';
import { Price } from './Figures.js';
import { buildModel, buildReadOnly } from './fixtures/model.js';
import { modelColumns } from './model-columns.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('models');
});

function columnIds(rows: ModelOutput[] | undefined, expectsDetails: boolean): string[] {
  const t = i18n.getFixedT('en', 'models');
  const columns = modelColumns({
    t,
    fmt: createFmt('en'),
    rows,
    expectsDetails,
    onToggle: vi.fn(),
    onSetPrice: vi.fn(),
  });
  return columns.map(({ id }) => id);
}

const reading = ['name', 'capabilities', 'pricingInput', 'pricingOutput', 'contextWindow', 'maxTokens'];
const all = [...reading, 'requests', 'active'];

describe('modelColumns', () => {
  it('shows requests and the switch to whom they are sent', () => {
    expect(columnIds([buildModel()], false)).toEqual(all);
  });
  it('has no column for what a normal admin is not sent, whatever was expected', () => {
    expect(columnIds([buildReadOnly()], true)).toEqual(reading);
  });
  it('outlines the columns to come before the first answer', () => {
    expect([columnIds(undefined, true), columnIds(undefined, false)]).toEqual([all, reading]);
  });
});

describe('Price', () => {
  it.each([
    ['0.000000', 'Free'],
    ['2.500000', '$2.50'],
    ['0.000001', '$0.000001'],
    [null, '—Unknown'],
  ])('shows %s as %s', async (value, words) => {
    expect((await render(<Price value={value} />)).textContent).toBe(words);
  });
});

describe('CapabilityChips', () => {
  const five = ['chat', 'image', 'audio', 'code', 'vision'] as const;

  it('shows four and folds the rest, which stay readable', async () => {
    const { textContent } = await render(<CapabilityChips capabilities={five} max={4} />);
    expect(textContent).toBe('ChatImageAudioCode+1Vision');
  });
  it('speaks Persian', async () => {
    expect((await render(<CapabilityChips capabilities={['embedding']} />, 'fa')).textContent).toBe('تعبیه');
  });
});
