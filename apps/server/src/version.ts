import { readFileSync } from 'node:fs';

const described: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Of this program, as its package says. */
export const { version } = described as { version: string }; // every package of ours has one
