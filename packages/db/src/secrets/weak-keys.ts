const minCharacters = 32;
const longestPeriod = 16;

// Lower case, letters and digits only: what examples, templates and quick starts leave behind.
const placeholders = [
  'changeme',
  'changethis',
  'changeit',
  'replaceme',
  'replacethis',
  'replacewith',
  'yoursecret',
  'mysecret',
  'supersecret',
  'secretkeyhere',
  'secretkeygoeshere',
  'djangoinsecure',
  'insecuresecret',
  'notsecure',
  'defaultsecret',
  'examplesecret',
  'exampleonly',
  'developmentonly',
  'devsecret',
  'donotuse',
  'keyboardcat',
  'thisisasecret',
  'atleast32char',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjkl',
  'correcthorsebatterystaple',
  // Shipped as a working default by a product of the same kind.
  'sk9f73s3ljtxvcmt3blb3ljtqtskighxvcmt3blbkfjlk7u',
];

/** Why a SECRET_KEY is unfit for production, as a sentence without its value; null when nothing speaks against it. */
export function weaknessOf(secretKey: string | undefined): string | null {
  if (secretKey === undefined || secretKey.trim() === '') return 'SECRET_KEY is not set';
  if (Array.from(secretKey).length < minCharacters) return `SECRET_KEY is shorter than ${minCharacters} characters`;
  if (isPlaceholder(secretKey)) return 'SECRET_KEY is a known default or a placeholder';
  if (repeatsItself(secretKey)) return 'SECRET_KEY is a short text repeated';
  return null;
}

function isPlaceholder(secretKey: string): boolean {
  const letters = secretKey.toLowerCase().replace(/[^a-z0-9]/g, '');
  return placeholders.some((placeholder) => letters.includes(placeholder));
}

function repeatsItself(secretKey: string): boolean {
  for (let period = 1; period <= longestPeriod; period += 1) {
    if (secretKey.startsWith(secretKey.slice(period))) return true;
  }
  return false;
}
