import type { MantineColorsTuple } from '@mantine/core';

type Ten = [string, string, string, string, string, string, string, string, string, string];
const steps = (...shades: Ten): MantineColorsTuple => shades;

/** Ten steps each, chosen so that the shades which carry text reach a contrast of 4.5. */
export const palette = {
  indigo: steps('#eef2ff', '#e0e7ff', '#c7d2fe', '#a5b4fc', '#818cf8', '#6366f1', '#4f46e5', '#4338ca', '#3730a3', '#312e81'),
  green: steps('#f0fdf4', '#dcfce7', '#bbf7d0', '#86efac', '#4ade80', '#22c55e', '#16a34a', '#15803d', '#166534', '#14532d'),
  red: steps('#fef2f2', '#fee2e2', '#fecaca', '#fca5a5', '#f87171', '#ef4444', '#dc2626', '#b91c1c', '#991b1b', '#7f1d1d'),
  orange: steps('#fff7ed', '#ffedd5', '#fed7aa', '#fdba74', '#fb923c', '#f97316', '#ea580c', '#c2410c', '#9a3412', '#7c2d12'),
  yellow: steps('#fffbeb', '#fef3c7', '#fde68a', '#fcd34d', '#fbbf24', '#f59e0b', '#d97706', '#b45309', '#92400e', '#78350f'),
  blue: steps('#eff6ff', '#dbeafe', '#bfdbfe', '#93c5fd', '#60a5fa', '#3b82f6', '#2563eb', '#1d4ed8', '#1e40af', '#1e3a8a'),
  teal: steps('#f0fdfa', '#ccfbf1', '#99f6e4', '#5eead4', '#2dd4bf', '#14b8a6', '#0d9488', '#0f766e', '#115e59', '#134e4a'),
  gray: steps('#f8fafc', '#f1f5f9', '#e2e8f0', '#cbd5e1', '#94a3b8', '#64748b', '#475569', '#334155', '#1e293b', '#0f172a'),
};

/** Mantine's neutrals of the dark scheme, from text (0) over borders (4) to the page (7). */
export const dark = steps('#e5e7eb', '#b8bcc4', '#9a9ea8', '#7c7f8a', '#3a3b42', '#303138', '#2a2b31', '#1b1c20', '#16171a', '#101114');
