import { describe, expect, it } from 'vitest';
import { EnvError } from '@ai-providers/db';
import { readEnv } from './env.js';

function refusalOf(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return error instanceof Error ? error.message : '';
  }
  return 'not refused';
}

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toMatchObject({
      NODE_ENV: 'development',
      PORT: 3000,
      DATA_DIR: '.data',
      LOG_LEVEL: 'info',
      TRUSTED_PROXY_CIDR: [],
      USAGE_RESERVATION_MINUTES: 15,
      SECRET_KEY_FALLBACKS: [],
      providerKeys: {},
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    const empty = {
      PORT: '',
      DATABASE_URL: '',
      REDIS_URL: '',
      SECRET_KEY: '',
      ADMIN_EMAIL: '',
      PUBLIC_URL: '',
      LOG_LEVEL: '',
      USAGE_RESERVATION_MINUTES: '',
      USAGE_RETENTION_DAYS: '',
      OPENAI_API_KEY: '',
    };
    expect(readEnv(empty)).toEqual(readEnv({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://host/name'],
    ['DATABASE_URL', 'host/name'],
    ['REDIS_URL', 'http://host'],
    ['PUBLIC_URL', 'ai.example.com'],
    ['PUBLIC_URL', 'ftp://ai.example.com'],
    ['LOG_LEVEL', 'verbose'],
    ['ADMIN_EMAIL', 'nobody'],
    ['ADMIN_PASSWORD', 'too short'],
    ['USAGE_RESERVATION_MINUTES', '0'],
    ['USAGE_RESERVATION_MINUTES', '1441'],
    ['USAGE_RESERVATION_MINUTES', '1.5'],
    ['USAGE_RESERVATION_MINUTES', '15m'],
    ['USAGE_RETENTION_DAYS', '0'],
    ['USAGE_RETENTION_DAYS', '30'],
    ['USAGE_RETENTION_DAYS', '3661'],
    ['USAGE_RETENTION_DAYS', 'forever'],
  ])('refuses %s=%s by name', (variable, value) => {
    const message = refusalOf({ [variable]: value });
    expect(message).toMatch(new RegExp(`^The environment is not usable:\\n  ${variable}: `));
  });

  it('lists every variable that is wrong, and no value', () => {
    const wrong = {
      PORT: 'port-value',
      DATABASE_URL: 'postgres-value',
      ADMIN_EMAIL: 'email-value',
      ADMIN_PASSWORD: 'pass-value',
      LOG_LEVEL: 'level-value',
    };
    const message = refusalOf(wrong);
    for (const [variable, value] of Object.entries(wrong)) {
      expect(message).toContain(`  ${variable}: `);
      expect(message).not.toContain(value);
    }
  });

  it('takes ADMIN_EMAIL and ADMIN_PASSWORD together only', () => {
    expect(refusalOf({ ADMIN_EMAIL: 'a@example.com' })).toContain('ADMIN_EMAIL and ADMIN_PASSWORD go together');
    expect(refusalOf({ ADMIN_PASSWORD: 'a long enough password' })).toContain(
      'ADMIN_EMAIL and ADMIN_PASSWORD go together',
    );
    expect(readEnv({ ADMIN_EMAIL: ' A@Example.com ', ADMIN_PASSWORD: 'a long enough password' }).ADMIN_EMAIL).toBe(
      'a@example.com',
    );
  });

  it('keeps a SECRET_KEY as it is, blanks included, and splits the former ones', () => {
    const env = readEnv({ SECRET_KEY: ' key ', SECRET_KEY_FALLBACKS: 'one, two,,three' });
    expect([env.SECRET_KEY, env.SECRET_KEY_FALLBACKS]).toEqual([' key ', ['one', ' two', 'three']]);
  });

  it('reads lists and the keys of providers', () => {
    const env = readEnv({
      TRUSTED_PROXY_CIDR: '10.0.0.0/8, 127.0.0.1,',
      OPENAI_API_KEY: 'sk-1',
      HF_TOKEN: 'hf-1',
      OTHER_TOKEN: 'x',
    });
    expect(env.TRUSTED_PROXY_CIDR).toEqual(['10.0.0.0/8', '127.0.0.1']);
    expect(env.providerKeys).toEqual({ OPENAI_API_KEY: 'sk-1', HF_TOKEN: 'hf-1' });
  });
});
