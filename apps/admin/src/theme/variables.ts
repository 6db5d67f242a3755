import type { CSSVariablesResolver } from '@mantine/core';
import { dark as darkNeutrals, palette } from './colors.js';

/** Shades that pass contrast in each scheme, and the panel's own neutrals. */
export const variables: CSSVariablesResolver = () => {
  const light: Record<string, string> = { ...lightNeutrals };
  const dark: Record<string, string> = { ...darkSurfaces };
  for (const [name, shades] of Object.entries(palette)) {
    const variable = (part: string) => `--mantine-color-${name}-${part}`;
    light[variable('filled')] = dark[variable('filled')] = shades[7];
    light[variable('light')] = shades[1];
    light[variable('light-color')] = shades[8];
    dark[variable('light')] = `color-mix(in srgb, ${shades[9]} 45%, transparent)`;
    dark[variable('light-color')] = shades[2];
    light[variable('text')] = light[variable('outline')] = shades[7];
    dark[variable('text')] = dark[variable('outline')] = shades[3];
  }
  chartColors.forEach(([onLight, onDark], index) => {
    light[`--panel-chart-${index + 1}`] = onLight;
    dark[`--panel-chart-${index + 1}`] = onDark;
  });
  // The accent's fill is one step lighter than the semantic ones.
  light['--mantine-color-indigo-filled'] = dark['--mantine-color-indigo-filled'] = palette.indigo[6];
  return { variables: {}, light, dark };
};

/** Series of charts, on a light and on a dark card. */
const chartColors = [
  ['#4f46e5', '#818cf8'],
  ['#ea580c', '#fb923c'],
  ['#0d9488', '#2dd4bf'],
  ['#e11d48', '#fb7185'],
  ['#b45309', '#fbbf24'],
  ['#0284c7', '#38bdf8'],
  ['#9333ea', '#c084fc'],
  ['#64748b', '#94a3b8'],
] as const;

const lightNeutrals = {
  '--mantine-color-dimmed': palette.gray[6],
  '--mantine-color-placeholder': palette.gray[6],
  '--mantine-color-error': palette.red[7],
  '--mantine-color-anchor': palette.indigo[7],
  '--panel-page': '#ffffff',
  '--panel-card': '#ffffff',
  '--panel-raised': palette.gray[0],
  '--panel-hairline': palette.gray[2],
  '--panel-input-border': palette.gray[5],
  '--panel-focus': palette.indigo[7],
  '--panel-chart-rest': palette.gray[7],
  '--mantine-color-default-border': palette.gray[3],
};

const darkSurfaces = {
  '--mantine-color-dimmed': darkNeutrals[1],
  '--mantine-color-placeholder': darkNeutrals[1],
  '--mantine-color-error': palette.red[3],
  '--mantine-color-anchor': palette.indigo[3],
  '--panel-page': darkNeutrals[7],
  '--panel-card': '#222328',
  '--panel-raised': darkNeutrals[6],
  '--panel-hairline': darkNeutrals[4],
  '--panel-input-border': darkNeutrals[3],
  '--panel-focus': palette.indigo[3],
  '--panel-chart-rest': palette.gray[2],
  '--mantine-color-default': '#222328',
  '--mantine-color-default-hover': darkNeutrals[6],
};
