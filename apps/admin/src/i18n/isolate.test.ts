import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, startI18n } from './index.js';

const more = (name: string) => i18n.t('action.more', { name });

describe('a name in a sentence', () => {
  describe('in Persian', () => {
    beforeAll(() => startI18n('fa'));
    it.each(['Ollama (local)', '3.1 Llama', 'C++'])('is kept apart where it would break: %s', (name) => {
      expect(more(name)).toContain(`\u2068${name}\u2069`);
    });
    it.each(['OpenAI', 'GPT-4o mini', 'Llama 3.1', 'سارا (مدیر)', 'openai/gpt-4'])('is left alone: %s', (name) => {
      expect(more(name)).not.toMatch(/[\u2066-\u2069]/);
      expect(more(name)).toContain(name);
    });
    it('is no matter for numbers', () => {
      expect(i18n.t('selection.count', { count: 12 })).not.toMatch(/[\u2066-\u2069]/);
    });
  });
  describe('in English', () => {
    beforeAll(async () => void (await i18n.changeLanguage('en')));
    it('is kept apart where it is Persian', () => {
      expect(more('سارا (مدیر)')).toContain('\u2068سارا (مدیر)\u2069');
      expect(more('Ollama (local)')).toBe('Actions for Ollama (local)');
    });
  });
});
