import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME, px } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from '../src/theme/theme.js';
import { variables } from '../src/theme/variables.js';

const name = 'virtual:theme.css';
const resolved = `\0${name}`;

/**
 * Writes the theme's variables to a stylesheet at build time. Mantine would insert them as a <style> element,
 * which a policy of `style-src 'self'` refuses.
 */
export function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? themeSheet() : undefined),
  };
}

function themeSheet(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = variables(merged);
  const all = {
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light },
    dark: { ...base.dark, ...own.dark },
  };
  const classes = Object.entries(merged.breakpoints).map(([size, width]) => hiddenFrom(size, Number(px(width))));
  return [convertCssVariables(all), ...classes].join('\n');
}

/** What `hiddenFrom` rests on. */
function hiddenFrom(size: string, width: number): string {
  return `@media (min-width: ${width / 16}em) { .mantine-hidden-from-${size} { display: none !important; } }`;
}
