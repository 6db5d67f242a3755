import { directionOf, type Language } from './languages.js';

const foreign = { rtl: /\p{Script=Latin}/u, ltr: /(?=\p{L})\p{Script=Arabic}/u };
const hasLooseEnd = /^\P{L}|[^\p{L}\p{N}]$/u;

/**
 * What is filled into a sentence: of the other direction and with a sign at its end, it is kept apart. Else the last
 * bracket of "Ollama (local)" turns round in a Persian sentence. Other names stay as they are, so that labels do.
 */
export function isolated(text: string, language: Language): string {
  return foreign[directionOf(language)].test(text) && hasLooseEnd.test(text) ? `\u2068${text}\u2069` : text;
}
