import { DirectionProvider, MantineProvider } from '@mantine/core';
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import { i18n, startI18n } from '../i18n/index.js';
import type { Language } from '../i18n/languages.js';
import { theme } from '../theme/theme.js';

declare global {
  // What React reads to know that `act` is in use.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

let root: Root | undefined;

/** Shows a component in the panel's providers; taken down after each test. */
export async function render(element: ReactElement, language: Language = 'en'): Promise<HTMLElement> {
  if (i18n.isInitialized) await i18n.changeLanguage(language);
  else await startI18n(language);
  const container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  await act(async () => root?.render(<Providers>{element}</Providers>));
  return container;
}

export async function click(element: Element | null | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('nothing to click');
  await act(async () => element.click());
}

/** Types as a browser does: React listens to the native setter and an input event. */
export async function type(input: Element | null, value: string): Promise<void> {
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement))
    throw new Error('nothing to type into');
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set;
  await act(async () => {
    setter?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function buttonNamed(name: string): HTMLElement {
  const named = (button: Element) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name;
  const found = [...document.querySelectorAll('button')].find(named);
  if (!found) throw new Error(`no button named "${name}"`);
  return found;
}

function Providers({ children }: { children: ReactElement }) {
  return (
    <DirectionProvider detectDirection={false}>
      <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

afterEach(async () => {
  await act(async () => root?.unmount());
  root = undefined;
  document.body.replaceChildren();
});
