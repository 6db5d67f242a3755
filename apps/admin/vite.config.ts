import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileHints } from './vite/compile-hints.js';
import { firstFiles } from './vite/first-files.js';
import { mantineSheets } from './vite/mantine-sheets.js';
import { packedFiles } from './vite/packed-files.js';
import { themeCss } from './vite/theme-css.js';

const mantine = (...parts: string[]) =>
  `@mantine[\\\\/]core[\\\\/]esm[\\\\/]components[\\\\/](?:${parts.join('|')})[\\\\/]`;
const icons = (...names: string[]) => `[\\\\/]Icon(?:${names.join('|')})\\.`;
const ours = (folder: string, ...names: string[]) => `src[\\\\/]${folder}[\\\\/](?:${names.join('|')})\\.`;
const anyOf = (...parts: string[]) => new RegExp(parts.join('|'));

/** What every page shows, also those outside the frame. */
const pageParts = anyOf(
  mantine('Input', 'InputBase', 'TextInput', 'Title', 'Anchor', 'Skeleton'),
  '(?:use-uncontrolled|create-safe-context|get-style-object|create-scoped-keydown-handler|use-resolved-styles-api)\\.',
  ours('components', 'Page', 'Skeletons', 'links', 'Ltr'),
);
/** The frame, and the small parts that most pages in it share. */
const frameParts = anyOf(
  mantine('Menu', 'Popover', 'Tooltip', 'FocusTrap', 'Portal', 'Badge', 'Switch', 'InlineInput', 'Pagination'),
  '[\\\\/]@floating-ui[\\\\/]|get-auto-contrast-value|use-force-update',
  icons('ChartBar', 'Cpu', 'History', 'Key', 'LayoutDashboard', 'PlugConnected', 'Settings', 'Ticket', 'Users'),
  icons('ArrowRight', 'Copy', 'CopyPlus', 'Download', 'Filter', 'Link', 'Plus', 'Power', 'Refresh', 'Trash'),
  ours('layout', 'PanelLayout', 'nav', 'SearchButton', 'useFrameKeys'),
  ours('api', 'use-optimistic'),
  ours('components', 'AppFrame', 'SideNav', 'Announcer', 'mod-key', 'Forbidden', 'LeadHome', 'Initials', 'iso-date'),
  ours('components', 'DataTable', 'DataTableRow', 'FilterBar', 'FilterSelect', 'SearchField', 'Time', 'minute'),
  ours('components', 'shortcuts', 'key-names', 'EmptyState', 'useListChips', 'useDebouncedText', 'page-actions'),
  ours('components', 'clipboard', 'selection', 'Pager', 'SecretStatus', 'toast-focus'),
);
/** What the pages of providers share. */
const providerParts = anyOf(
  icons('ArrowBarToUp'),
  ours('features[\\\\/]providers', 'useProviders', 'useRowActions', 'useProviderToggle', 'useProviderMutations'),
  ours('features[\\\\/]providers', 'useOwnStanding', 'OwnKey', 'ProviderFacts'),
);

export default defineConfig({
  plugins: [react(), themeCss(), mantineSheets(), firstFiles(), compileHints(), packedFiles()],
  // Nothing is inlined as a data: address, so that the content security policy can stay at 'self'.
  build: {
    outDir: 'dist',
    manifest: true,
    // Browsers older than autumn 2023 may know no preload: they load each file a little later.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // All of them together are smaller than one page may have.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Its package does not say so: a counter of web sockets would bring all of them along.
      treeshake: { moduleSideEffects: [{ test: /[\\/]@trpc[\\/]client[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // Few files: each costs a request, and small ones compress badly one by one.
          groups: [
            {
              name: 'start',
              test: /node_modules|src[\\/](?!main)/,
              tags: ['$initial'],
              priority: 4,
            },
            { name: 'start', test: /rolldown[\\/]runtime/, priority: 4 },
            { name: 'page', test: pageParts, priority: 3 },
            { name: 'frame', test: frameParts, priority: 2 },
            { name: 'providers', test: providerParts, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': 'http://127.0.0.1:3000' } },
});
