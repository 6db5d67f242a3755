import { describe, expect, it } from 'vitest';
import { validateWith } from '../../api/form.js';
import { startI18n } from '../../i18n/index.js';
import { buildModel } from './fixtures/model.js';
import { blankModel, changesTo, createSchema, patchSchema, toCreateInput, toPatch, valuesOf } from './model-values.js';

const named = { ...blankModel('openai'), name: 'GPT', modelId: 'gpt' };

describe('a new model', () => {
  it('needs provider, id and name', () => {
    expect(createSchema.safeParse(toCreateInput(named)).success).toBe(true);
    for (const missing of ['provider', 'modelId', 'name'] as const) {
      expect(createSchema.safeParse(toCreateInput({ ...named, [missing]: '' })).success, missing).toBe(false);
    }
  });
  it('sends null for figures and prices that nobody typed, never 0', () => {
    expect(toCreateInput(named)).toMatchObject({
      contextWindow: null,
      maxTokens: null,
      pricingInput: null,
      pricingOutput: null,
    });
  });
  it('leaves out a display name that was not given', () => {
    expect(toCreateInput({ ...named, displayName: '  ' })).not.toHaveProperty('displayName');
  });
  it('keeps a price as decimal text', () => {
    expect(toCreateInput({ ...named, pricingInput: '0.10', pricingOutput: '0' })).toMatchObject({
      pricingInput: '0.1',
      pricingOutput: '0',
    });
  });
  it.each([
    ['contextWindow', '12.5'],
    ['contextWindow', '0'],
    ['maxTokens', 'many'],
    ['pricingInput', '-1'],
    ['pricingOutput', '1.1234567'],
    ['config', '{"a":'],
    ['config', '[]'],
  ])('is refused with %s %j', (field, value) => {
    expect(createSchema.safeParse(toCreateInput({ ...named, [field]: value })).success).toBe(false);
  });
});

describe('output above the context window', () => {
  it('is told beside the output field', async () => {
    await startI18n('en');
    const check = validateWith(patchSchema, toPatch);
    const values = { ...valuesOf(buildModel()), contextWindow: '8000', maxTokens: '8001' };
    expect(check(values)).toEqual({ maxTokens: 'Must not be larger than the context window.' });
    expect(check({ ...values, maxTokens: '8000' })).toEqual({});
    expect(check({ ...values, contextWindow: '' })).toEqual({});
  });
});

describe('a price', () => {
  it.each(['2,50', '1,000'])('typed as %s is refused, for it may mean two numbers', async (pricingInput) => {
    await startI18n('en');
    const check = validateWith(patchSchema, toPatch);
    expect(check({ ...valuesOf(buildModel()), pricingInput })).toEqual({
      pricingInput: 'This is not written in the expected form.',
    });
  });
});

describe('changesTo', () => {
  const stored = buildModel({ config: { lifecycle: { status: 'active' } } });

  it('is empty for a form that nobody touched', () => {
    expect(changesTo(stored, valuesOf(stored))).toEqual({});
  });
  it('holds what was changed and nothing else', () => {
    const values = { ...valuesOf(stored), pricingInput: '3', capabilities: ['chat' as const] };
    expect(changesTo(stored, values)).toEqual({ pricingInput: '3', capabilities: ['chat'] });
  });
  it('takes a figure that was emptied for unknown', () => {
    expect(changesTo(stored, { ...valuesOf(stored), maxTokens: '', pricingOutput: '' })).toEqual({
      maxTokens: null,
      pricingOutput: null,
    });
  });
  it('takes a price for the same however many zeros it ends in', () => {
    expect(changesTo(stored, { ...valuesOf(stored), pricingInput: '2.500' })).toEqual({});
  });
  it('never moves a model to another provider', () => {
    expect(changesTo(stored, { ...valuesOf(stored), provider: 'other' })).toEqual({});
  });
});
