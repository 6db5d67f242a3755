/* Who may import whom. Every rule is an error; docs/architecture.md has the picture. */

const test = '\\.test\\.tsx?$|/(testing|fixtures|e2e)/';
const db = (...rooms) => `^packages/db/src/(${rooms.join('|')})(/|\\.ts$)`;
const server = (...rooms) => `^apps/server/src/(${rooms.join('|')})(/|\\.ts$)`;
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

const sql = npm('sequelize', 'pg', 'umzug', '@electric-sql/[^/]+');
const web = npm('@trpc/[^/]+', 'compression', 'express', 'helmet', 'react', 'react-dom');

/** `from` may not import `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  forbid('no-cycles', 'Two modules that need each other are one module, or three.', {}, { circular: true }),
  forbid(
    'resolvable',
    'An import leads somewhere; an example imports the built client.',
    { pathNot: '/examples/' },
    { couldNotResolve: true, pathNot: '^virtual:' },
  ),
  forbid(
    'declared',
    'A package is declared where it is imported.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbid(
    'production-dependencies',
    'What runs in production is not a devDependency.',
    { path: '^(apps|packages)/[^/]+/src/', pathNot: test },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'], pathNot: '^(apps|packages)/' },
  ),
  forbid('tests-are-leaves', 'Nothing imports a test.', {}, { path: '\\.test\\.tsx?$' }),
  forbid(
    'testing-stays-in-tests',
    'Factories and disposable databases are for tests.',
    { path: '^(apps|packages)/[^/]+/src/', pathNot: test },
    { path: '^(apps|packages)/[^/]+/src/testing/' },
  ),
  forbid(
    'sources-only',
    'Packages meet in their sources; built files are for running.',
    {},
    { path: '^(apps|packages)/[^/]+/dist/' },
  ),
];

const packages = [
  forbid(
    'contracts-know-zod-only',
    'The browser and the server share them: no runtime but Zod, no Node.',
    { path: '^packages/contracts/src', pathNot: test },
    { pathNot: ['^packages/contracts/src', npm('zod')] },
  ),
  forbid(
    'packages-know-no-app',
    'Dependencies point one way.',
    { path: '^packages/(contracts|db)/' },
    { path: '^apps/' },
  ),
  forbid('db-knows-no-web', 'The domain is the same for a command line.', { path: '^packages/db/' }, { path: web }),
  forbid(
    'client-takes-types',
    'The client is used outside this repository: of the server it has the type, and nothing that runs.',
    { path: '^packages/client/src', pathNot: test },
    { path: '^(apps/|packages/(db|contracts)/)', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'client-knows-no-db',
    'Not even its types.',
    { path: '^packages/client/src', pathNot: test },
    { path: '^packages/db/' },
  ),
];

const domain = [
  forbid(
    'models-below-services',
    'A model knows columns and the behaviour of one record.',
    { path: db('models'), pathNot: test },
    { path: db('services', 'audit', 'seed', 'embedded', 'environment', 'migrations', 'migrate', 'database', 'index') },
  ),
  forbid(
    'models-apart',
    'Models meet in models/index.ts; elsewhere one names another by type.',
    { path: '^packages/db/src/models/', pathNot: ['^packages/db/src/models/index\\.ts$', test] },
    { path: '^packages/db/src/models/', pathNot: 'base-model\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'mixins-know-no-model',
    'Behaviour that several models share knows none of them.',
    { path: db('mixins'), pathNot: test },
    {
      path: db(
        'models',
        'services',
        'access',
        'audit',
        'seed',
        'embedded',
        'environment',
        'migrations',
        'migrate',
        'database',
        'index',
      ),
    },
  ),
  forbid(
    'secrets-know-nobody',
    'The cipher knows no model, no environment and no fall-back.',
    { path: db('secrets'), pathNot: test },
    { path: '^(apps|packages)/', pathNot: db('secrets') },
  ),
  forbid(
    'cache-keeps-plain-values',
    'The cache knows keys and values, and no model.',
    { path: db('cache'), pathNot: test },
    { path: '^(apps|packages)/', pathNot: [db('cache', 'log'), '^packages/contracts/'] },
  ),
  forbid(
    'errors-are-at-the-bottom',
    'Everybody throws them.',
    { path: db('errors'), pathNot: test },
    { path: '^packages/db/src/', pathNot: db('errors') },
  ),
  forbid(
    'decisions-are-pure',
    'One function decides for everybody, without a query.',
    { path: db('access'), pathNot: test },
    { path: [sql, db('models', 'services', 'ports')] },
  ),
  forbid(
    'embedded-knows-no-model',
    'It is a database like any other.',
    { path: db('embedded'), pathNot: test },
    { path: db('models', 'services', 'mixins', 'secrets', 'cache', 'seed') },
  ),
  forbid(
    'migrations-stand-alone',
    'A migration stays true when the models have moved on.',
    { path: db('migrations'), pathNot: test },
    { path: '^(apps|packages)/', pathNot: db('migrations') },
  ),
  forbid(
    'services-below-surface',
    'A service changes records; opening the database is not its task.',
    { path: db('services'), pathNot: test },
    { path: db('index', 'database', 'embedded', 'environment', 'migrate', 'migrations', 'seed') },
  ),
  forbid(
    'seed-is-on-top',
    'Only the surface and commands start the seed.',
    { path: '^packages/db/src/', pathNot: [db('seed', 'index', 'cli', 'commands'), test] },
    { path: db('seed') },
  ),
  forbid(
    'surface-is-for-others',
    'Inside the package, files import each other.',
    { path: '^packages/db/src/', pathNot: [db('cli', 'commands', 'seed/cli'), test] },
    { path: '^packages/db/src/index\\.ts$' },
  ),
];

const api = [
  forbid(
    'env-is-read-first',
    'It takes the variables of the data from db, and nothing of the server.',
    { path: server('env') },
    { path: '^(apps|packages)/', pathNot: '^packages/(contracts|db)/' },
  ),
  forbid(
    'routers-hold-no-sql',
    'A procedure loads, authorises, acts and presents.',
    { path: server('routers'), pathNot: test },
    { path: sql },
  ),
  forbid(
    'routers-apart',
    'Routers meet in routers/index.ts.',
    { path: '^apps/server/src/routers/', pathNot: ['^apps/server/src/routers/index\\.ts$', test] },
    { path: '^apps/server/src/routers/' },
  ),
  forbid(
    'routers-know-no-http',
    'A procedure runs without a socket.',
    { path: server('routers'), pathNot: test },
    { path: [server('http', 'app', 'main', 'open-server', 'env'), npm('express')] },
  ),
  forbid(
    'decisions-hold-no-query',
    'Policies and presenters see what was loaded.',
    { path: server('policies', 'presenters'), pathNot: test },
    { path: [sql, npm('express'), server('routers', 'trpc', 'http', 'security', 'app', 'main', 'open-server', 'env')] },
  ),
  forbid(
    'policies-below-presenters',
    'A presenter asks a policy.',
    { path: server('policies'), pathNot: test },
    { path: server('presenters') },
  ),
  forbid(
    'trpc-below-routers',
    'The ladder knows no procedure.',
    { path: server('trpc'), pathNot: test },
    { path: [sql, server('routers', 'presenters', 'http', 'app', 'main', 'open-server', 'env')] },
  ),
  forbid(
    'server-knows-no-panel',
    'It serves built files.',
    { path: '^apps/server/' },
    { path: '^(apps/admin|packages/client)/' },
  ),
];

const panel = [
  forbid('panel-knows-no-db', 'Not even its types.', { path: '^apps/admin/src/' }, { path: '^packages/(db|client)/' }),
  forbid(
    'panel-takes-types-of-server',
    'The type of the router, and nothing that runs.',
    { path: '^apps/admin/src/' },
    { path: '^apps/server/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'features-apart',
    'What two features need moves to components, api or layout.',
    { path: '^apps/admin/src/features/([^/]+)/' },
    { path: '^apps/admin/src/features/', pathNot: '^apps/admin/src/features/$1/' },
  ),
  forbid(
    'components-know-no-domain',
    'Parts that know no domain word.',
    { path: '^apps/admin/src/components/', pathNot: test },
    { path: '^(apps/admin/src/(api|features|routes|layout|router|App|main)|packages/|apps/server/)' },
  ),
  forbid(
    'api-knows-no-feature',
    'It is below them.',
    { path: '^apps/admin/src/api/', pathNot: test },
    { path: '^apps/admin/src/(features|routes|layout)/' },
  ),
  forbid(
    'lazy-is-lazy',
    'A *.lazy.tsx is heavy: import it dynamically.',
    { path: '^apps/admin/src/', pathNot: '\\.test\\.tsx?$' },
    { path: '\\.lazy\\.tsx$', dynamic: false },
  ),
];

module.exports = {
  forbidden: [...everywhere, ...packages, ...domain, ...api, ...panel],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|e2e-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css'],
    },
  },
};
