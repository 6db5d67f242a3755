import { auditActions } from '@ai-providers/contracts/names';
import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { languages } from '../../i18n/languages.js';
import { render } from '../../testing/render.js';
import { Changes } from './Changes.js';
import { Deed } from './Deed.js';
import { buildEntry, limitEntry } from './fixtures/entry.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('audit');
});

describe.each(languages)('every event in %s', (language) => {
  it.each(auditActions)('%s has a name and a sentence', async (action) => {
    const entry = buildEntry({ action, changes: [{ field: 'name' }] });
    const { textContent } = await render(<Deed entry={entry} />, language);
    expect(i18n.exists(`audit:event.${action}`)).toBe(true);
    expect(i18n.exists(`audit:sentence.${action}`)).toBe(true);
    expect(textContent).not.toMatch(/\{\{|sentence|<\/?\w>|undefined/);
  });
});

describe('Deed', () => {
  const said = async (entry: Parameters<typeof Deed>[0]['entry'], language: 'en' | 'fa' = 'en') =>
    (await render(<Deed entry={entry} />, language)).textContent;

  it('tells one change with both values', async () => {
    const words = 'changed the monthly limit of OpenAI for Sara: 10,000 → 20,000';
    expect(await said(limitEntry(10_000, 20_000))).toBe(words);
    expect(await said(limitEntry(1000, null))).toBe('changed the monthly limit of OpenAI for Sara: 1,000 → no limit');
  });

  it('tells it in Persian, with Persian digits', async () => {
    expect(await said(limitEntry(10_000, 20_000), 'fa')).toBe(
      'سقف ماهانهٔ OpenAI را برای Sara تغییر داد: ۱۰٬۰۰۰ ← ۲۰٬۰۰۰',
    );
  });

  it('names two of several fields and counts the rest', async () => {
    const changes = ['name', 'slug', 'website', 'config.headers'].map((field) => ({ field }));
    expect(await said(buildEntry({ changes }))).toBe('changed name, slug and 2 more of OpenAI');
    expect(await said(buildEntry({ changes: changes.slice(0, 2) }))).toBe('changed name and slug of OpenAI');
  });

  it('says of a secret that it changed, and no more', async () => {
    expect(await said(buildEntry({ changes: [{ field: 'sharedApiKey' }] }))).toBe('changed shared key of OpenAI');
  });

  it('shows names as text, whatever they hold', async () => {
    const target = { ...buildEntry().target, label: '<b>{{action}}</b> & $t(title)' };
    const words = await said(buildEntry({ action: 'provider.create', target }));
    expect(words).toContain('<b>');
    expect(words).not.toContain('Audit log');
  });
});

describe('Changes', () => {
  it('puts the old value beside the new one', async () => {
    const changes = [{ field: 'isActive', from: true, to: false }];
    const cells = [...(await render(<Changes changes={changes} />)).querySelectorAll('tbody th, tbody td')];
    expect(cells.map(({ textContent }) => textContent)).toEqual(['active', 'yes', 'no']);
  });

  it('has no value of a secret, and folds what has parts', async () => {
    const changes = [{ field: 'sharedApiKey' }, { field: 'limits', from: null, to: { a: 1 } }];
    const container = await render(<Changes changes={changes} />);
    expect(container.querySelector('tbody tr')?.textContent).toBe('shared keyChanged; its value is never recorded.');
    expect(container.querySelector('details pre')?.textContent).toBe('{\n  "a": 1\n}');
  });
});
