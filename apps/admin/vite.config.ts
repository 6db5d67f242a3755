import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineSheets } from './vite/mantine-sheets.js';
import { themeCss } from './vite/theme-css.js';

const packages = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);

const dataPackages = packages('@tanstack', '@trpc', 'i18next', 'react-i18next');

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
            { name: 'react', test: packages('react', 'react-dom', 'scheduler'), priority: 3 },
            // What every page needs. Of the same packages, the rest stays with the pages that use it.
            { name: 'data', test: dataPackages, tags: ['$initial'], priority: 2 },
            { name: 'start', test: /node_modules|src[\\/](?!main)/, tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': 'http://127.0.0.1:3000' } },
});
