import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { queryClient } from './api/query-client.js';
import { trpc, trpcClient } from './api/trpc.js';
import { lazyPart } from './components/lazy-part.js';
import { currentLanguage, directionOf } from './i18n/index.js';
import { router } from './router.js';
import { theme } from './theme/theme.js';

const firstPage = new Promise((resolve) => router.subscribe('onRendered', resolve));
// Loaded when the first page stands. Messages that come before are kept.
const Toasts = lazyPart(async () => {
  await firstPage;
  return (await import('./layout/late.js')).Toasts;
});

// boot.js reads the same name before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'panel-color-scheme' });

export function App() {
  return (
    <DirectionProvider initialDirection={directionOf(currentLanguage())} detectDirection={false}>
      {/* The variables come from a stylesheet made at build time: no <style> element is inserted. */}
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <trpc.Provider client={trpcClient} queryClient={queryClient}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <Suspense>
              <Toasts />
            </Suspense>
          </QueryClientProvider>
        </trpc.Provider>
      </MantineProvider>
    </DirectionProvider>
  );
}
