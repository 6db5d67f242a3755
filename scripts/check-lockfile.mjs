import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLockfile } from './lockfile.mjs';
import { compareVersions, satisfies } from './node-range.mjs';

/** The oldest Node that package.json promises. */
const oldestNode = '20.19.0';
const mostProductionPackages = 150;

/** Versions that are known to be wrong here, and why. */
const denied = [
  ['fernet', (version) => version !== '0.3.3', 'only 0.3.3 was checked against Python'],
  ['crypto-js', (version) => compareVersions(version, '4.2.0') < 0, 'weak key derivation before 4.2.0'],
  ['sequelize', (version) => compareVersions(version, '6.37.8') < 0, 'SQL injection before 6.37.8'],
  ['@trpc/server', (version) => compareVersions(version, '11.8.0') < 0, 'prototype pollution before 11.8.0'],
  ['keyv', (version) => compareVersions(version, '6.0.0') >= 0, 'needs a newer Node'],
];

const root = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const { packages, optional } = readLockfile(read('pnpm-lock.yaml'));
const problems = [...sources(), ...engines(), ...denials(), ...versions(), ...production()];

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${packages.length} packages in the lockfile, ${problems.length} problems\n`);
process.exit(problems.length === 0 ? 0 : 1);

function sources() {
  const fromRegistry = /^\{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/;
  return packages
    .filter(({ resolution }) => !fromRegistry.test(resolution))
    .map(({ key }) => `${key}: it does not come from the registry with a sha512 integrity`);
}

/** What an installation leaves out where it does not fit is not asked. */
function engines() {
  return packages
    .filter(({ key, node }) => node !== undefined && !optional.has(key) && !satisfies(oldestNode, node))
    .map(({ key, node }) => `${key}: it wants Node ${node}, and ${oldestNode} is promised`);
}

function denials() {
  return packages.flatMap(({ key, name, version }) =>
    denied.filter(([which, isBad]) => which === name && isBad(version)).map(([, , why]) => `${key}: ${why}`),
  );
}

function versions() {
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
  const manifests = ['package.json', ...['apps', 'packages'].flatMap(manifestsIn)];
  const written = manifests.flatMap((file) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file));
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    return all
      .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*' && !exact.test(version))
      .map(([name]) => `${file}: ${name}`);
  });
  const catalog = /^catalog:\n((?: {2}.+\n)*)/m.exec(read('pnpm-workspace.yaml'))?.[1] ?? '';
  const entries = [...catalog.matchAll(/^ {2}'?([^':]+)'?: '?([^'\n]+)'?$/gm)];
  if (entries.length === 0) written.push('pnpm-workspace.yaml: the catalog cannot be read');
  const loose = entries.filter(([, , version]) => !exact.test(version)).map(([, name]) => `catalog: ${name}`);
  return [...written, ...loose].map((place) => `${place} is no exact version`);
}

function manifestsIn(folder) {
  return readdirSync(join(root, folder))
    .map((name) => join(folder, name, 'package.json'))
    .filter((file) => existsSync(join(root, file)));
}

function production() {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const { packageManager } = JSON.parse(read('package.json'));
  const options = ['--filter', '@ai-providers/server', 'ls', '--prod', '--depth', 'Infinity', '--json'];
  const output = execFileSync(npx, ['-y', packageManager, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const installed = new Map();
  JSON.parse(output).forEach((project) => collect(project, installed));
  if (installed.size === 0) return ['The production packages of the server cannot be listed'];
  process.stdout.write(`${installed.size} production packages\n`);
  const tooMany =
    installed.size > mostProductionPackages
      ? [`${installed.size} production packages; at most ${mostProductionPackages} are wanted`]
      : [];
  return [
    ...tooMany,
    ...[...installed]
      .filter(([, path]) => needsInstallScript(path))
      .map(([key]) => `${key}: it needs an install script`),
  ];
}

function collect({ dependencies = {} }, installed) {
  for (const [name, entry] of Object.entries(dependencies)) {
    const isOurs = entry.version.startsWith('link:');
    if (!isOurs && installed.has(`${name}@${entry.version}`)) continue;
    // What is made for another platform is listed, and not installed.
    if (!isOurs && existsSync(entry.path)) installed.set(`${name}@${entry.version}`, entry.path);
    collect(entry, installed);
  }
}

function needsInstallScript(path) {
  const { scripts = {} } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return (
    ['preinstall', 'install', 'postinstall'].some((name) => name in scripts) || existsSync(join(path, 'binding.gyp'))
  );
}
