import { modelConfig, providerConfig } from '@ai-providers/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { startI18n } from '../i18n/index.js';
import { configOf, configProblems, configText, errorPlace } from './config-text.js';
import { fieldSentence } from './error-message.js';

beforeAll(() => startI18n('en'));

describe('the configuration as text', () => {
  it('survives the round trip', () => {
    const config = { auth: { scheme: 'header', header: 'x-api-key' }, own: [1, null, 'متن'] };
    expect(configOf(configText(config))).toEqual(config);
  });
  it('is empty when nothing is typed', () => {
    expect([configOf('  '), configProblems(providerConfig, '')]).toEqual([{}, []]);
  });
  it.each([
    ['[]', '', 'CONFIG_NOT_OBJECT'],
    ['"text"', '', 'CONFIG_NOT_OBJECT'],
    ['{"a":', '', 'CONFIG_NOT_JSON'],
    ['{"constructor": 1}', '', 'CONFIG_FORBIDDEN_KEY'],
    ['{"auth": {"scheme": "magic"}}', 'auth.scheme', 'CONFIG_INVALID'],
  ] as const)('%s is refused at %j with %s', (text, path, reason) => {
    expect(configProblems(providerConfig, text)).toMatchObject([{ path, sentence: fieldSentence({ reason }) }]);
  });
  it('is checked by the schema of its record', () => {
    const text = '{"auth": {"scheme": "magic"}}';
    expect(configProblems(modelConfig, text)).toEqual([]);
  });
  it('says where a text stops being JSON', () => {
    expect(configProblems(modelConfig, '{\n  "a" 1\n}')).toMatchObject([{ place: { line: 2, column: 7 } }]);
  });
  it('keeps keys that nobody knows', () => {
    expect(configProblems(providerConfig, '{"my_own": {"deep": true}}')).toEqual([]);
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
