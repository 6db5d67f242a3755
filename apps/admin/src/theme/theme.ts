import { createTheme } from '@mantine/core';
import { dark, palette } from './colors.js';

const systemFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const theme = createTheme({
  colors: { ...palette, dark },
  black: '#0f172a',
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: systemFont,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: {
    fontFamily: systemFont,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.5rem' },
      h4: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      h5: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      h6: { fontSize: '0.75rem', lineHeight: '1rem' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  components: {
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    // Short words of our own: a column makes room for them before it cuts one short.
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500, miw: 'max-content' } },
    Notification: { styles: { description: { color: 'var(--mantine-color-dimmed)' } } },
    // The scroll bar is hidden by tokens.css: the library would insert a <style> element for it.
    Modal: {
      defaultProps: { removeScrollProps: { removeScrollBar: false }, radius: 'lg', transitionProps: { duration: 140 } },
    },
    Drawer: { defaultProps: { removeScrollProps: { removeScrollBar: false }, transitionProps: { duration: 140 } } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true }, multiline: true } },
    Skeleton: { defaultProps: { animate: true } },
  },
});
