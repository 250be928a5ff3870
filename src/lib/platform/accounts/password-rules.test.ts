// Which passwords are taken and which aren't.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPasswordFault } from './password-rules.ts';
import { generatePassword } from './password.server.ts';

function codeOf(password: string, login = 'tu-phap'): string | undefined {
  return findPasswordFault(password, login)?.code;
}

describe('findPasswordFault', () => {
  it.each([
    ['ngan-qua-01', 'password.too-short'],
    ['x'.repeat(257), 'password.too-long'],
    ['bo-phan-tu-phap-xa', 'password.has-login'],
    ['Bộ phận Tư-Pháp 99', 'password.has-login'],
    ['123456789012', 'password.common'],
    ['987654321098', 'password.common'],
    ['matkhau123456', 'password.common'],
    ['Mậtkhẩu2023!!!', 'password.common'],
    ['P@ssw0rd123456', 'password.common'],
    ['qwertyuiop123', 'password.common'],
    ['aaaaaaaaaaaaaaa', 'password.common'],
    ['abc123abc123abc', 'password.common'],
  ])('refuses %j', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it.each(['ruộng lúa chín vàng', 'kola-vimu-tesa-ronu', 'Con9trâu2cày-đồng', 'mưa rào qua ngõ'])(
    'takes %j',
    (password) => {
      expect(codeOf(password)).toBeUndefined();
    },
  );

  it('counts characters as people see them, however they are composed', () => {
    const eleven = 'ướt áo mưa r'.slice(0, 11);
    expect(codeOf(eleven.normalize('NFD'))).toBe('password.too-short');
  });

  it('takes every generated password', () => {
    fc.assert(
      fc.property(fc.constant(null), () => codeOf(generatePassword()) === undefined),
      {
        numRuns: 300,
      },
    );
  });
});
