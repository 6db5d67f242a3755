import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../i18n/index.js';
import { twinsOf } from './other-language.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('dashboard', 'admins');
  await i18n.loadLanguages('fa');
});

describe('the name of an action in the other language', () => {
  it('is found by the one that is shown', () => {
    expect(twinsOf(i18n.t('admins:invite.open'), 'fa')).toContain(i18n.t('admins:invite.open', { lng: 'fa' }));
  });
  it('is found also where something was filled in', () => {
    expect(twinsOf(i18n.t('dashboard:chart.range', { count: 30 }), 'fa').join()).toContain('روز');
  });
  it('is none for a name that people gave', () => {
    expect(twinsOf('Ollama (local)', 'fa')).toEqual([]);
  });
});
