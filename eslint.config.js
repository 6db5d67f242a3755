import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { reasons } from './scripts/eslint/reasons.js';

const sources = ['{apps,packages}/*/src/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', '**/testing/**', '**/fixtures/**', 'apps/admin/e2e/**'];
const routers = ['apps/server/src/routers/**/*.ts'];
const decisions = ['apps/server/src/{policies,presenters}/**/*.ts'];
const generic = ['apps/server/src/**/*.ts', 'packages/{contracts,db}/src/**/*.ts'];

/** The entries of programs: they hand the environment to `readEnv` and print. */
const entries = ['apps/server/src/main.ts', '**/cli.ts', '**/commands/*.ts'];
const readsEnvironment = ['apps/server/src/env.ts', ...entries, ...tests, '**/*.config.ts', '**/scripts/**'];

const syntax = {
  focused: {
    selector:
      'MemberExpression[object.name=/^(describe|it|test|suite)$/] > Identifier.property[name=/^(only|skip|todo)$/]',
    message: 'Every test runs: no .only, .skip or .todo.',
  },
  focusedChain: {
    selector:
      'MemberExpression[object.object.name=/^(describe|it|test|suite)$/] > Identifier.property[name=/^(only|skip|todo)$/]',
    message: 'Every test runs: no .only, .skip or .todo.',
  },
  shade: {
    selector: 'JSXAttribute[name.name=/^(c|color|bg)$/] Literal[value=/^[a-z]+\\.[0-9]$/]',
    message:
      'A fixed shade is unreadable in one of the two schemes. Use var(--mantine-color-…-text) or a colour by name.',
  },
  catchInRouter: {
    selector: 'TryStatement',
    message: 'A procedure catches nothing: failures are translated in trpc/.',
  },
  query: {
    selector: ':function[async=true], AwaitExpression',
    message: 'Policies and presenters ask no database: what they need was loaded.',
  },
};
const restrictedSyntax = (...more) => ['error', syntax.focused, syntax.focusedChain, ...more];

/** A request from inside the network belongs to one guarded module. */
const outbound = 'Outbound calls go through one guarded module.';
const outboundImports = [
  { name: 'undici', message: outbound },
  { name: 'axios', message: outbound },
  ...['http', 'https', 'http2'].flatMap((name) =>
    [name, `node:${name}`].map((each) => ({
      name: each,
      importNames: ['request', 'get', 'connect', 'default'],
      message: outbound,
    })),
  ),
];

/** Heavy, and never part of a first load: only a `*.lazy.tsx`, which is imported dynamically, has them. */
const heavy = {
  group: [
    '@mantine/charts',
    'recharts',
    '@mantine/dates',
    '@mantine/spotlight',
    '@mantine/code-highlight',
    '@mantine/nprogress',
    '@dnd-kit/*',
    '@hello-pangea/dnd',
    'codemirror',
    '@codemirror/*',
    '@uiw/react-codemirror',
    'monaco-editor',
    '@monaco-editor/*',
  ],
  allowTypeImports: true,
  message: 'Import this in a *.lazy.tsx, and that one with lazyPart.',
};

/** What it cannot load takes the whole page away. */
const bareLazy = { name: 'react', importNames: ['lazy'], message: 'Load a part with lazyPart.' };

/** It loads the document anew, also while the server is away: the panel is then gone until somebody reloads it. */
const bareLazyPage = {
  name: '@tanstack/react-router',
  importNames: ['lazyRouteComponent'],
  message: 'Load a page with lazyPage.',
};

const unused = {
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  caughtErrorsIgnorePattern: '^_',
  ignoreRestSiblings: true,
};
const environment = {
  name: 'node:process',
  importNames: ['env', 'default'],
  message: 'Only env.ts reads the environment.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/.turbo/', '**/coverage/', '**/e2e-results/', '**/.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    plugins: { reasons },
    languageOptions: { globals: globals.node },
    rules: {
      'reasons/disable-has-reason': 'error',
      'no-restricted-syntax': restrictedSyntax(),
      'no-console': 'error',
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', unused],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts,cts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      // Numbers and addresses read well in a sentence; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void work()` and `onClick={() => close()}` say what is meant.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true },
      ],
      // An index signature may be missing a key although its type says otherwise.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // A type may be needed where an interface would do: only a type fits an index signature.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/array-type': 'off',
      // `async` alone turns a throw into a rejection, which is what the callers of a port wait for.
      '@typescript-eslint/require-await': 'off',
      // Our objects are made of closures; the few classes are not taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Mixins make instances whose class the rule does not recognise.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
      // `||` also replaces '', which is often what is meant; `??` is for what is absent.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  // It belongs to no package and so to no tsconfig.
  { files: ['vitest.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: sources,
    ignores: tests,
    rules: {
      'reasons/assertion-has-reason': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  // A mixin is a function around a class; its methods are short by themselves.
  { files: ['packages/db/src/mixins/**'], rules: { 'max-lines-per-function': 'off' } },
  // Long by nature: data, and a list of columns.
  { files: ['packages/db/src/seed/catalogue/**', 'packages/db/src/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'max-lines': ['error', { max: 300 }] } },
  {
    // A test looks into answers of every shape, and states what it knows of them.
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    ignores: readsEnvironment,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only env.ts reads the environment.' },
      ],
    },
  },
  {
    files: generic,
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({ name, message: outbound })),
      ],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [...outboundImports, environment] }],
    },
  },
  { files: entries, rules: { 'no-console': 'off' } },
  { files: routers, rules: { 'no-restricted-syntax': restrictedSyntax(syntax.catchInRouter) } },
  { files: decisions, ignores: tests, rules: { 'no-restricted-syntax': restrictedSyntax(syntax.query) } },
  {
    files: ['apps/admin/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/incompatible-library': 'error',
      'react-hooks/unsupported-syntax': 'error',
      'no-restricted-syntax': restrictedSyntax(syntax.shade),
      // React takes a handler that answers a promise; its failure is the query client's to show.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // The router ends a navigation by throwing what `redirect` and `notFound` make.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
    },
  },
  {
    files: ['apps/admin/src/**/*.{ts,tsx}'],
    ignores: ['**/*.lazy.tsx', ...tests],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [heavy], paths: [bareLazy, bareLazyPage] }],
    },
  },
  { files: ['apps/admin/src/components/lazy-part.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  { files: ['**/scripts/**', '**/examples/**', 'apps/admin/e2e/**'], rules: { 'no-console': 'off' } },
  { files: ['apps/admin/src/boot.js'], languageOptions: { sourceType: 'script', globals: globals.browser } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
