import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { act, type ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { buildSettings } from './fixtures/settings.js';
import { PersonalKeyDialog } from './PersonalKeyDialog.js';
import { SharedSwitch } from './SharedSwitch.js';
import { UsageBar } from './UsageBar.js';
import { withChoice } from './useMyKeyMutations.js';

const sent: unknown[] = [];
let client: QueryClient;

beforeEach(async () => {
  sent.length = 0;
  client = new QueryClient();
  await startI18n('en');
  await loadStrings('keys');
});

const link: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      sent.push(op.input);
      observer.next({ result: { type: 'data', data: buildSettings() } });
      observer.complete();
    });

function Api({ children }: { children: ReactElement }) {
  return (
    <trpc.Provider client={createTRPCClient<AppRouter>({ links: [link] })} queryClient={client}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

const openDialog = (settings = buildSettings(), onClose = vi.fn()) =>
  render(
    <Api>
      <PersonalKeyDialog settings={settings} onClose={onClose} />
    </Api>,
  );
const password = () => document.querySelector('input[type=password]');

describe('PersonalKeyDialog', () => {
  it('sends the key with the switch to it, closes, and keeps the key nowhere', async () => {
    const onClose = vi.fn();
    await openDialog(buildSettings(), onClose);
    await type(password(), ' sk-personal-1234 ');
    await click(buttonNamed('Save key'));
    await act(async () => vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce()));
    expect(sent).toEqual([{ provider: 'openai', personalApiKey: 'sk-personal-1234', useSharedApi: false }]);
    const kept = client.getMutationCache().getAll();
    expect(JSON.stringify(kept.map(({ state }) => state))).not.toContain('sk-personal');
  });
  it('leaves the choice alone when the own key is in use already', async () => {
    await openDialog(buildSettings({ useSharedApi: false }));
    await type(password(), 'sk-other');
    await click(buttonNamed('Save key'));
    expect(sent).toEqual([{ provider: 'openai', personalApiKey: 'sk-other' }]);
  });
  it('sends nothing when nothing was typed, and says so beside the field', async () => {
    await openDialog();
    await click(buttonNamed('Save key'));
    expect(sent).toEqual([]);
    expect(document.body.textContent).toContain('Fill in this field.');
  });
});

describe('SharedSwitch', () => {
  const show = async (useSharedApi: boolean, useShared: boolean, usePersonal: boolean) => {
    const can = { useShared, usePersonal, setLimit: false, requestLimit: true };
    await render(<SharedSwitch settings={buildSettings({ useSharedApi, can })} onChoose={vi.fn()} />);
    return document.querySelector('input');
  };

  it('is off limits with the reason when the shared key is not open', async () => {
    expect((await show(false, false, true))?.disabled).toBe(true);
    expect(document.body.textContent).toContain('does not let admins use the shared key');
  });
  it('can be left for an own key when the shared one is no longer open', async () => {
    expect((await show(true, false, true))?.disabled).toBe(false);
  });
  it('can be taken back when own keys are no longer allowed', async () => {
    expect((await show(false, true, false))?.disabled).toBe(false);
  });
});

describe('UsageBar', () => {
  it.each([
    [{ monthlyUsage: 730 }, '730 of 1,000 requests this month, 73%OK'],
    [{ monthlyUsage: 999 }, '999 of 1,000 requests this month, 99%Near the limit'],
    [{ monthlyUsage: 1000 }, 'Limit reachedNo more calls until'],
    [{ monthlyLimit: null }, 'No limit'],
    [{ monthlyLimit: 0 }, 'None allowed'],
  ])('says %j in number and word', async (overrides, words) => {
    const shown = await render(<UsageBar settings={buildSettings(overrides)} />);
    expect(shown.textContent).toContain(words);
  });
  it('speaks Persian with Persian digits and the Persian calendar', async () => {
    const { textContent } = await render(<UsageBar settings={buildSettings()} />, 'fa');
    expect(textContent).toContain('۷۳۰ از ۱٬۰۰۰');
    expect(textContent).toContain('۱۰ آذر ۱۴۰۵');
  });
});

describe('a raised limit', () => {
  const raised = { monthlyLimit: 10_000, raise: { monthlyLimit: 10_000, until: '2026-12-03' } };

  it('is told with its last day and what counts then', async () => {
    const { textContent } = await render(<UsageBar settings={buildSettings(raised)} />);
    expect(textContent).toContain('730 of 10,000');
    expect(textContent).toContain('10,000 until 3 December 2026, then 1,000');
  });
  it('is told in Persian by the Persian calendar', async () => {
    const { textContent } = await render(<UsageBar settings={buildSettings(raised)} />, 'fa');
    expect(textContent).toContain('۱۰٬۰۰۰ تا ۱۲ آذر ۱۴۰۵، سپس ۱٬۰۰۰');
  });
});

describe('withChoice', () => {
  const all = [buildSettings(), buildSettings({ provider: { ...buildSettings().provider, slug: 'other' } })];

  it('switches the one provider at once', () => {
    const next = withChoice(all, { provider: 'other', useSharedApi: false });
    expect(next.map(({ useSharedApi }) => useSharedApi)).toEqual([true, false]);
  });
  it('leaves all alone for a key alone', () => {
    expect(withChoice(all, { provider: 'other', personalApiKey: null })).toBe(all);
  });
});
