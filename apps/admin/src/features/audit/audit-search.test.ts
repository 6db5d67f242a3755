import { auditActions } from '@ai-providers/contracts/names';
import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { eventName } from './event-name.js';
import { exportFiles } from './export-files.js';
import { actionsOf, groups, presetNames } from './groups.js';
import { filtersOf, isNarrowed } from './useAuditSearch.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('audit');
});

describe('events in the address', () => {
  it('are one event, a group or a preset', () => {
    expect(actionsOf('model.create')).toEqual(['model.create']);
    expect(actionsOf('model')).toEqual(['model.create', 'model.update', 'model.delete']);
    expect(actionsOf('failed_sign_ins')).toEqual(['auth.login_failed']);
    expect(actionsOf('key_events')).toContain('key.resolve');
    expect(actionsOf('nothing.known')).toBeUndefined();
  });

  it.each(['en', 'fa'])('have names in %s, and no two the same', async (language) => {
    await i18n.changeLanguage(language);
    const t = i18n.getFixedT(language, 'audit');
    const events = [...presetNames, ...groups.map(({ name }) => name), ...auditActions];
    const names = events.map((event) => eventName(t, event));
    expect(names.filter((name, index) => name === events[index])).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('filtersOf', () => {
  it('includes both days whole, in UTC or in the zone of the browser', () => {
    const days = { from: '2026-02-28', to: '2026-02-28' };
    expect(filtersOf({ ...days, zone: 'utc' })).toEqual({
      from: '2026-02-28T00:00:00.000Z',
      to: '2026-03-01T00:00:00.000Z',
    });
    expect(filtersOf(days)).toEqual({
      from: new Date(2026, 1, 28).toISOString(),
      to: new Date(2026, 2, 1).toISOString(),
    });
  });

  it('asks of key events only updates that changed a key', () => {
    const { action, changed } = filtersOf({ event: 'key_events' });
    expect(action).toContain('provider.update');
    expect(changed).toEqual(['sharedApiKey', 'personalApiKey']);
    expect(filtersOf({ event: 'access' })).not.toHaveProperty('changed');
  });

  it('passes on the rest under the server’s names', () => {
    expect(filtersOf({ type: 'model', via: 'token', event: 'model.create' })).toEqual({
      targetType: 'model',
      via: 'token',
      action: ['model.create'],
    });
  });
});

describe('isNarrowed', () => {
  it('is not by the zone alone', () => {
    expect(isNarrowed({ zone: 'utc' })).toBe(false);
    expect(isNarrowed({ zone: 'utc', via: 'token' })).toBe(true);
  });
});

describe('exportFiles', () => {
  it('has every filter of the list, each event by itself', () => {
    expect(exportFiles({}).csv).toBe('/exports/audit.csv');
    expect(exportFiles({ event: 'token', via: 'session' }).jsonl).toBe(
      '/exports/audit.jsonl?via=session&action=token.create&action=token.update&action=token.rotate&action=token.revoke',
    );
  });
});
