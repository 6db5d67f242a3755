import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { tokenPattern } from '@ai-providers/contracts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefix = 'dap_';

/** `dap_`, 43 random letters or digits (256 bits), and their CRC-32 in six: a scanner knows it, a slip costs no query. */
export function newToken(): string {
  const random = Array.from({ length: 43 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${prefix}${random}${checksum(random)}`;
}

/** Whether a text has the form and the checksum of a token. */
export function isTokenShaped(token: string): boolean {
  return tokenPattern.test(token) && checksum(token.slice(prefix.length, -6)) === token.slice(-6);
}

function checksum(random: string): string {
  let rest = crc32(prefix + random);
  let letters = '';
  for (let place = 0; place < 6; place += 1) {
    letters = (alphabet[rest % 62] ?? '') + letters;
    rest = Math.floor(rest / 62);
  }
  return letters;
}
