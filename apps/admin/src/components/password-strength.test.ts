import { describe, expect, it } from 'vitest';
import { passwordStrength } from './password-strength.js';

const of = (password: string) => passwordStrength(password, 12, ['Sara Karimi', 'sara.karimi@example.com']);

describe('passwordStrength', () => {
  it.each(['', 'short', 'eleven char'])('finds %j too short', (password) => {
    expect(of(password)).toBe('short');
  });
  it.each(['aaaaaaaaaaaaaa', '123456789012', 'abcdefghijkl', 'password1234', 'sarakarimi12', 'ababababababab'])(
    'finds %s weak',
    (password) => {
      expect(of(password)).toBe('weak');
    },
  );
  it.each(['correct horse', 'blue-window-7'])('finds %s fair', (password) => {
    expect(of(password)).toBe('fair');
  });
  it.each(['correct horse battery staple', 'k8#Vq2!mZr9$Lw4@Xt7&', 'چند واژهٔ پشت سر هم در یک جمله'])(
    'finds %s strong',
    (password) => {
      expect(of(password)).toBe('strong');
    },
  );
});
