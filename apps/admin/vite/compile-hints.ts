import type { Plugin } from 'vite';

/** What nearly all of is called by the first page. */
const called = /^(?:start|frame|page)$/;

/**
 * Has Chromium compile these files whole, beside their download, and not function by function when one is called: a
 * quarter of the time that a slow processor takes for the first page. Others read a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    apply: 'build',
    generateBundle: {
      order: 'post', // nothing may stand before the hint
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && called.test(file.name)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
