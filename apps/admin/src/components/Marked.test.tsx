import { describe, expect, it } from 'vitest';
import { render } from '../testing/render.js';
import { Marked, plain } from './Marked.js';

const marks = { b: (text: string) => <strong>{text}</strong> };
const html = async (text: string) => (await render(<Marked text={text} marks={marks} />)).innerHTML;

describe('Marked', () => {
  it('marks parts of a sentence, wherever they stand', async () => {
    expect(await html('<b>A</b> and <b>B</b>')).toBe('<strong>A</strong> and <strong>B</strong>');
    expect(await html('nothing marked')).toBe('nothing marked');
  });

  it('leaves what a value holds as text', async () => {
    const { name } = plain({ name: '<b>x</b></b>' });
    expect(await html(`the <b>${name}</b> of it`)).toBe('the <strong>&lt;b&gt;x&lt;/b&gt;&lt;/b&gt;</strong> of it');
  });

  it('shows a part of an unknown mark unmarked', async () => {
    expect(await html('a <u>b</u> c')).toBe('a b c');
  });
});
