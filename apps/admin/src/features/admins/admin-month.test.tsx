import { beforeAll, describe, expect, it } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { render } from '../../testing/render.js';
import { AdminMonth } from './AdminMonth.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('admins');
});

const limited = { providers: 2, limit: 10_000, used: 812, reached: 0 };
const month = { providers: { usable: 2, total: 2 }, requestsThisMonth: 812, limited, nearLimit: 0 };
const shown = async (admin: Parameters<typeof AdminMonth>[0]['admin']) =>
  (await render(<AdminMonth admin={admin} />)).textContent;
const bar = () => document.querySelector('[data-level]')?.getAttribute('data-level');

describe('AdminMonth', () => {
  it('sets what is used against the sum of the limits', async () => {
    expect(await shown(month)).toBe('812 of 10,000');
    expect(bar()).toBe('ok');
  });

  it('names apart what no limit holds', async () => {
    expect(await shown({ ...month, requestsThisMonth: 900, providers: { usable: 3, total: 3 } })).toBe(
      '900812 of 10,000 with 2 providers that have a limit',
    );
  });

  it('says where there is no limit, and where nothing is allowed', async () => {
    const none = { providers: 0, limit: 0, used: 0, reached: 0 };
    expect(await shown({ ...month, limited: none })).toBe('812No limit');
    expect(bar()).toBeUndefined();
    expect(await shown({ ...month, requestsThisMonth: 0, limited: { ...none, providers: 2 } })).toContain(
      'None allowed',
    );
  });

  it('says in words which limits are near and which are reached', async () => {
    expect(await shown({ ...month, nearLimit: 1 })).toContain('1 near its limit');
    expect(bar()).toBe('near');
  });

  it('does not count a reached limit among those that are near', async () => {
    const text = await shown({ ...month, nearLimit: 3, limited: { ...limited, reached: 2 } });
    expect(text).toMatch(/2 reached their limit.*1 near its limit/);
    expect(bar()).toBe('reached');
  });
});
