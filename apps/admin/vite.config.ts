import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeCss } from './vite/theme-css.js';

const packages = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);

export default defineConfig({
  plugins: [react(), themeCss()],
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
            { name: 'data', test: packages('@tanstack', '@trpc', 'i18next', 'react-i18next'), priority: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': 'http://127.0.0.1:3000' } },
});
