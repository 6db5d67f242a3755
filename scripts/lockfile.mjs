/**
 * Reads what the checks need of a pnpm lockfile (version 9), which pnpm writes in one fixed form.
 * @returns the packages with their source and engines, and the names of those that an installation may leave out
 */
export function readLockfile(text) {
  const version = /^lockfileVersion: '([\d.]+)'/m.exec(text)?.[1];
  if (version !== '9.0') throw new Error(`The lockfile has version ${version}, and this script reads 9.0`);
  const packages = blocksOf(text, 'packages').map(({ key, lines }) => {
    const [name, versionOf] = splitKey(key);
    return {
      key,
      name,
      version: versionOf,
      resolution: fieldOf(lines, 'resolution') ?? '',
      node: /\bnode: (?:'([^']+)'|"([^"]+)"|([^,}]+))/
        .exec(fieldOf(lines, 'engines') ?? '')
        ?.slice(1)
        .find(Boolean)
        ?.trim(),
    };
  });
  const optional = blocksOf(text, 'snapshots').filter(({ lines }) => fieldOf(lines, 'optional') === 'true');
  return { packages, optional: new Set(optional.map(({ key }) => key.replace(/\(.*$/, ''))) };
}

function blocksOf(text, section) {
  const body = new RegExp(`^${section}:\\n([\\s\\S]*?)(?=^\\S|(?![\\s\\S]))`, 'm').exec(text)?.[1];
  if (body === undefined) throw new Error(`The lockfile has no section "${section}"`);
  const blocks = [];
  for (const line of body.split('\n')) {
    const key = /^ {2}'?([^\s'][^']*?)'?:(?: \{\})?$/.exec(line)?.[1];
    if (key) blocks.push({ key, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

const fieldOf = (lines, name) => lines.find((line) => line.startsWith(`    ${name}: `))?.slice(name.length + 6);

function splitKey(key) {
  const at = key.indexOf('@', 1);
  return [key.slice(0, at), key.slice(at + 1)];
}
