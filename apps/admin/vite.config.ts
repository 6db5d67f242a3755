import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineSheets } from './vite/mantine-sheets.js';
import { themeCss } from './vite/theme-css.js';

const packages = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);

const dataPackages = packages('@tanstack', '@trpc', 'i18next', 'react-i18next');

const mantine = (...parts: string[]) =>
  `@mantine[\\\\/]core[\\\\/]esm[\\\\/]components[\\\\/](?:${parts.join('|')})[\\\\/]`;
const navIcons = 'ChartBar|Cpu|History|Key|LayoutDashboard|PlugConnected|Settings|Ticket|Users';
const frameParts = new RegExp(
  `${mantine('Menu', 'Popover', 'Tooltip', 'FocusTrap', 'Portal')}|[\\\\/]@floating-ui[\\\\/]|[\\\\/]Icon(?:${navIcons})\\.|src[\\\\/](?:layout[\\\\/](?:PanelLayout|nav|SearchButton)|components[\\\\/](?:AppFrame|SideNav|Announcer|mod-key))\\.`,
);
const pageParts = new RegExp(
  `${mantine('Input', 'InputBase', 'TextInput', 'Title', 'Anchor', 'Skeleton')}|(?:use-uncontrolled|create-safe-context|get-style-object|create-scoped-keydown-handler|use-resolved-styles-api)\\.|src[\\\\/]components[\\\\/](?:Page|Skeletons|links|Ltr)\\.`,
);
const listParts =
  /src[\\/]components[\\/](?:DataTable|DataTableRow|FilterBar|FilterSelect|SearchField|Time|minute|shortcuts|key-names|EmptyState|useListChips|useDebouncedText|page-actions|clipboard)\.[a-z.]+$/;

export default defineConfig({
  plugins: [react(), themeCss(), mantineSheets()],
  // Nothing is inlined as a data: address, so that the content security policy can stay at 'self'.
  build: {
    outDir: 'dist',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: packages('react', 'react-dom', 'scheduler'), priority: 5 },
            // What every page needs. Of the same packages, the rest stays with the pages that use it.
            { name: 'data', test: dataPackages, tags: ['$initial'], priority: 4 },
            // What the frame shows on every page, and every list on each of its own: small files compress badly one by one.
            { name: 'page', test: pageParts, priority: 2 },
            { name: 'frame', test: frameParts, priority: 1 },
            { name: 'list', test: listParts, priority: 0 },
            { name: 'start', test: /node_modules|src[\\/](?!main)/, tags: ['$initial'], priority: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': 'http://127.0.0.1:3000' } },
});
