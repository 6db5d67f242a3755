import { describe, expect, it } from 'vitest';
import { configOf, configProblems, configText, errorPlace } from './config-text.js';

describe('the configuration as text', () => {
  it('survives the round trip', () => {
    const config = { auth: { scheme: 'header', header: 'x-api-key' }, own: [1, null, 'متن'] };
    expect(configOf(configText(config))).toEqual(config);
  });
  it('is empty when nothing is typed', () => {
    expect([configOf('  '), configProblems('')]).toEqual([{}, []]);
  });
  it.each([
    ['[]', '', 'CONFIG_NOT_OBJECT'],
    ['"text"', '', 'CONFIG_NOT_OBJECT'],
    ['{"a":', '', 'CONFIG_NOT_JSON'],
    ['{"constructor": 1}', '', 'CONFIG_FORBIDDEN_KEY'],
    ['{"auth": {"scheme": "magic"}}', 'auth.scheme', 'CONFIG_INVALID'],
  ])('%s is refused at %j with %s', (text, path, reason) => {
    expect(configProblems(text)).toMatchObject([{ path, error: { reason } }]);
  });
  it('keeps keys that nobody knows', () => {
    expect(configProblems('{"my_own": {"deep": true}}')).toEqual([]);
  });
});

describe('errorPlace', () => {
  it.each([
    ['Unexpected token } in JSON at position 9', { line: 2, column: 5 }],
    ['JSON.parse: expected value at line 3 column 7 of the JSON data', { line: 3, column: 7 }],
    ['JSON Parse error: Unexpected EOF', undefined],
  ])('reads %s', (message, place) => {
    expect(errorPlace(message, '{"a"\n    }')).toEqual(place);
  });
});
