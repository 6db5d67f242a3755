import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { render } from '../../testing/render.js';
import { LimitPlot } from './LimitPlot.js';
import type { Report } from './usage-context.js';

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('usage');
});

const sara = { publicId: '00000000-0000-4000-8000-00000000000a', email: 'sara@example.com' };
const me = '00000000-0000-4000-8000-00000000000b';
const { Api } = fakeApi({
  'auth.me': { user: { publicId: me }, can: ['settings.manageAny'] },
  'settings.mine': [],
  'settings.forAdmin': [],
  'admins.list': { items: [sara], total: 1 },
  'providers.list': { items: [], total: 0 },
});
const report = (admin?: string): Report => ({
  search: { admin },
  onSearch: () => undefined,
  filters: { from: '2026-11-01T00:00:00.000Z', admin },
  isOfProvider: false,
  seesOthers: true,
  by: 'provider',
  bys: ['provider'],
});

it.each([
  ['one’s own under everybody’s figures', undefined, 'Your own limit this month'],
  ['one’s own where one has chosen oneself', me, 'Your own limit this month'],
  ['that of the admin who is chosen', sara.publicId, 'Limit of sara@example.com this month'],
])('the plot says whose limit it is: %s', async (_whose, admin, title) => {
  const container = await render(
    <Api>
      <LimitPlot report={report(admin)} table={{ isOn: false, onChange: () => undefined }} />
    </Api>,
  );
  await act(async () => vi.waitFor(() => expect(container.querySelector('h2')?.textContent).toBe(title)));
});
