import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../i18n/languages.js';
import { render } from '../testing/render.js';
import { Time } from './Time.js';

const noon = '2026-11-23T12:00:00Z';

beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tehran'));
afterEach(() => vi.unstubAllEnvs());

/** What is told of the moment when the focus is on it. */
async function told(language: Language, zone?: 'UTC') {
  const container = await render(<Time value={noon} zone={zone} />, language);
  await act(async () => container.querySelector('time')?.focus());
  return document.querySelector('[role=tooltip]')?.textContent;
}

describe('the exact time', () => {
  it('has the name of the zone in English', async () => {
    expect(await told('en')).toBe('23 November 2026, 15:30 (Iran Standard Time)');
  });
  it('has the name of the zone in Persian', async () => {
    expect(await told('fa')).toBe('۲ آذر ۱۴۰۵، ساعت ۱۵:۳۰ (وقت عادی ایران)');
  });
  it.each(['en', 'fa'] as const)('says UTC in %s where it is UTC', async (language) => {
    expect(await told(language, 'UTC')).toMatch(/ UTC$/);
  });
});
