import { describe, expect, it } from 'vitest';
import { browserOf } from './browser-name.js';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36';

describe('browserOf', () => {
  it.each([
    [chrome, 'Chrome', 'Windows'],
    [`${chrome} Edg/156.0`, 'Edge', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari', 'iOS'],
    ['Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/156.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['curl/8.9.1', 'curl', undefined],
    ['', undefined, undefined],
    [null, undefined, undefined],
  ])('reads %s', (userAgent, browser, system) => {
    expect(browserOf(userAgent)).toEqual({ browser, system });
  });
});
