import { providerConfig } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { headerProblem, headersOf, timeoutText, withHeaders, withTimeout } from './config-parts.js';

const config = {
  dialect: 'anthropic',
  timeouts: { idle_ms: 120_000, own: 1 },
  headers: { 'anthropic-version': '2023-06-01' },
  mine: { kept: [1, 2] },
};

describe('a timeout', () => {
  it('is written without touching any other key', () => {
    const next = withTimeout(config, 'headers_ms', '۶۰۰۰۰');
    expect(next).toEqual({ ...config, timeouts: { idle_ms: 120_000, own: 1, headers_ms: 60_000 } });
    expect(timeoutText(next, 'headers_ms')).toBe('60000');
  });
  it('goes with its part where the field is emptied and nothing else is in there', () => {
    expect(withTimeout({ a: 1, timeouts: { idle_ms: 5 } }, 'idle_ms', '')).toEqual({ a: 1 });
    expect(withTimeout(config, 'idle_ms', '')).toMatchObject({ timeouts: { own: 1 } });
  });
  it.each(['0', '3600001', '1.5', 'soon'])('of %s is left for the contract to refuse', (text) => {
    const next = withTimeout(config, 'connect_ms', text);
    expect(timeoutText(next, 'connect_ms')).toBe(text);
    expect(providerConfig.safeParse(next).error?.issues[0]?.path).toEqual(['timeouts', 'connect_ms']);
  });
});

describe('headers', () => {
  it('are read as rows and written without touching any other key', () => {
    expect(headersOf(config)).toEqual([{ name: 'anthropic-version', value: '2023-06-01' }]);
    const next = withHeaders(config, [...headersOf(config), { name: ' x-title ', value: 'Panel' }]);
    expect(next).toEqual({ ...config, headers: { 'anthropic-version': '2023-06-01', 'x-title': 'Panel' } });
    expect(withHeaders(next, [])).not.toHaveProperty('headers');
  });
  it('without a name, or with one that comes again, say so and stay out', () => {
    const rows = [
      { name: 'X-Title', value: 'a' },
      { name: '', value: 'b' },
      { name: 'x-title', value: 'c' },
      { name: '', value: '' },
    ];
    expect(rows.map((_, index) => headerProblem(rows, index))).toEqual(['doubled', 'nameless', undefined, undefined]);
    expect(withHeaders({}, rows)).toEqual({ headers: { 'x-title': 'c' } });
  });
  it('of another shape are nobody’s rows', () => {
    expect(headersOf({ headers: ['a'] })).toEqual([]);
  });
});
