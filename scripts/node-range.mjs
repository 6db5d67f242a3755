/**
 * Whether a Node version satisfies a range of `engines.node`. It knows the forms that packages use (`>=18`, `^20.19`,
 * `18 || >=20`, `20.x`, `>= 16 < 23`) and throws at any other, so that an unread range never counts as good.
 */
export function satisfies(version, range) {
  const wanted = partsOf(version);
  return range.split('||').some((set) => comparatorsOf(set).every((holds) => holds(wanted)));
}

function comparatorsOf(set) {
  const text = set.replace(/(>=|<=|>|<|=|\^|~)\s+/g, '$1').trim();
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  const words = hyphen ? [`>=${hyphen[1]}`, `<=${hyphen[2]}`] : text.split(/\s+/);
  return words.map(comparatorOf);
}

function comparatorOf(word) {
  const match = /^(>=|<=|>|<|=|\^|~)?v?(\*|x|)((?:\d+)(?:\.(?:\d+|x|\*))*)?(?:-[\w.]+)?$/.exec(word);
  if (!match) throw new Error(`This range is not understood: ${word}`);
  const [, operator = '', , text] = match;
  if (text === undefined) return () => true;
  const given = text
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
  const low = padded(given);
  const above = (index) => padded([...given.slice(0, index), (given[index] ?? 0) + 1]);
  const end = { '^': above(0), '~': above(Math.min(1, given.length - 1)) }[operator] ?? above(given.length - 1);
  const tests = {
    '>=': (version) => compare(version, low) >= 0,
    '<': (version) => compare(version, low) < 0,
    '>': (version) => compare(version, end) >= 0,
    '<=': (version) => compare(version, end) < 0,
  };
  return tests[operator] ?? ((version) => compare(version, low) >= 0 && compare(version, end) < 0);
}

const padded = (parts) => [0, 1, 2].map((index) => parts[index] ?? 0);
const partsOf = (version) =>
  padded(
    version
      .replace(/[-+].*$/, '')
      .split('.')
      .map(Number),
  );

/** Below 0 where `a` is the older of two versions. */
export function compareVersions(a, b) {
  return compare(partsOf(a), partsOf(b));
}

function compare(a, b) {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index === -1 ? 0 : a[index] - b[index];
}
