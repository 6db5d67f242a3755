import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { forceLinting, linter, lintGutter, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { JsonCodeProps } from './json-code.js';
import type { JsonProblem } from './JsonField.js';

/** The text with line numbers, colours and marks where something is wrong. */
export function JsonCode({ label, value, check, onChange, onBlur }: JsonCodeProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useEffectEvent((text: string) => text !== value && onChange(text));
  const left = useEffectEvent(() => onBlur());
  const problems = useEffectEvent((text: string) => check(text));

  useEffect(() => {
    const place = host.current;
    if (!place) return;
    // The rules for contents forbid style elements; a tree of its own takes sheets that are made by script.
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const listen = EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
      if (update.focusChanged && !update.view.hasFocus) left();
    });
    const lint = linter(({ state }) => diagnosticsOf(problems(state.doc.toString()), state));
    const state = EditorState.create({ doc: value, extensions: [...extensions(label), listen, lint] });
    const editor = new EditorView({ state, parent: root, root });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made once; later values come by the effect below
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    forceLinting(editor);
  }, [value]);

  return <div ref={host} dir="ltr" />;
}

function diagnosticsOf(problems: readonly JsonProblem[], state: EditorState): Diagnostic[] {
  return problems.map(({ path, sentence, place }) => {
    const at = place ? offsetOf(state, place) : placeOfKey(state.doc.toString(), path);
    const { from, to } = state.doc.lineAt(at);
    return { from: Math.max(from, at), to: Math.max(at, to), severity: 'error', message: sentence };
  });
}

function offsetOf({ doc }: EditorState, { line, column }: { line: number; column: number }): number {
  const found = doc.line(Math.min(line, doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

/** Where the last part of a path that is a key stands first after the parts before it. */
function placeOfKey(text: string, path: string): number {
  return path.split('.').reduce((from, key) => Math.max(from, text.indexOf(`"${key}"`, from)), 0);
}

// Tab is left to the page: it has to lead out of the field.
const extensions = (label: string) => [
  lineNumbers(),
  history(),
  bracketMatching(),
  json(),
  syntaxHighlighting(colors),
  lintGutter(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
  look,
];

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--mantine-color-indigo-text)' },
  { tag: tags.string, color: 'var(--mantine-color-green-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--mantine-color-orange-text)' },
]);

const look = EditorView.theme({
  '&': {
    border: '1px solid var(--panel-input-border, var(--mantine-color-gray-5))',
    borderRadius: 'var(--mantine-radius-md)',
    backgroundColor: 'var(--panel-card, transparent)',
    color: 'var(--mantine-color-text)',
    fontSize: '12.5px',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    lineHeight: '20px',
    minBlockSize: '160px',
  },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--mantine-color-dimmed)',
    borderInlineEnd: '1px solid var(--panel-hairline)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--mantine-color-body)',
    border: '1px solid var(--panel-hairline)',
    color: 'var(--mantine-color-text)',
  },
});
