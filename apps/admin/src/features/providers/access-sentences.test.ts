import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { effectSentences } from './access-sentences.js';

const none = { admins: 5, gain: 0, move: 0, lose: 0, canSwitch: 0 };
beforeAll(async () => {
  await startI18n('en');
  await loadStrings('provider');
});

describe('effectSentences', () => {
  const say = (preview: Partial<typeof none>) =>
    effectSentences(i18n.getFixedT('en', 'provider'), { ...none, ...preview });

  it('says that nobody is touched, of how many', () => {
    expect(say({})).toEqual(['None of the 5 active accounts would get another key.']);
  });
  it('says who loses their key, and who of them could use another', () => {
    expect(say({ lose: 3, canSwitch: 1 })).toEqual([
      '3 admins would be left without a key.',
      'Of these, 1 could choose the other kind of key and go on.',
    ]);
  });
  it('says who gains one', () => {
    expect(say({ gain: 1 })).toEqual(['1 admin who has no key now would get one.']);
  });
});
