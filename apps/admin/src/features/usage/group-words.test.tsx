import { expect, it } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { render } from '../../testing/render.js';
import { useGroupWords } from './useGroupWords.js';

function Name({ status }: { status: string }) {
  return <p>{useGroupWords('status').name({ key: status, label: null })}</p>;
}

it.each([
  ['429', 'en', 'HTTP 429'],
  ['429', 'fa', 'HTTP 429'],
  ['timeout', 'en', 'Timed out'],
  ['timeout', 'fa', 'پایان مهلت'],
  ['unknown', 'fa', 'وضعیت نامعلوم'],
] as const)('a failure of status %s is called in %s: %s', async (status, language, name) => {
  await startI18n(language);
  await loadStrings('usage');
  expect((await render(<Name status={status} />, language)).textContent).toBe(name);
});
