// The small rules of the web side: networks, ways on, headers, forms.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm, refusalOf } from './forms.ts';
import { missingSecurityHeaders, WORKER_POLICY } from './headers.ts';
import { localPath } from './local-path.ts';
import { networkOf } from './network.ts';
import { platformError } from '../errors.ts';

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2345:6::1', '20010db8000123::/56'],
    ['2001:db8:1:23ff::9', '20010db8000123::/56'],
    ['2001:db8:1:2400::9', '20010db8000124::/56'],
    ['::1', '00000000000000::/56'],
    ['fe80::1%eth0', 'fe800000000000::/56'],
    ['203.0.113.9:51234', '203.0.113.9'],
    ['[2001:db8:1:2345::1]:443', '20010db8000123::/56'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('localPath', () => {
  it('keeps paths of this site with their query', () => {
    expect(localPath('/lam-viec/do-phu?thang=2023-05#o', '/')).toBe(
      '/lam-viec/do-phu?thang=2023-05#o',
    );
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/..//evil.example/x',
    '/lam-viec/..//evil.example',
    '/%2e//evil.example',
    '/%09/evil'.replace('%09', '\t'),
    'lam-viec',
    '',
    null,
    undefined,
  ])('refuses %j', (given) => {
    expect(localPath(given, '/lam-viec')).toBe('/lam-viec');
  });
});

describe('missingSecurityHeaders', () => {
  it('gives the strictest policy to what brings none, and leaves a page its own', () => {
    expect(missingSecurityHeaders(new Headers(), false)['content-security-policy']).toContain(
      "default-src 'none'",
    );
    const page = new Headers({ 'content-security-policy': "default-src 'self'" });
    expect(missingSecurityHeaders(page, false)).not.toHaveProperty('content-security-policy');
  });

  it('promises https only over https', () => {
    expect(missingSecurityHeaders(new Headers(), false)).not.toHaveProperty(
      'strict-transport-security',
    );
    expect(missingSecurityHeaders(new Headers(), true)).toHaveProperty('strict-transport-security');
  });

  it('says to pages alone what only pages can make use of', () => {
    const of = (type: string) =>
      missingSecurityHeaders(new Headers({ 'content-type': type }), false);
    for (const part of ['text/css', 'font/woff2', 'image/avif']) {
      expect(of(part), part).not.toHaveProperty('permissions-policy');
      expect(of(part)['x-content-type-options'], part).toBe('nosniff');
      expect(of(part)['content-security-policy'], part).toContain("default-src 'none'");
    }
    for (const page of ['text/html; charset=utf-8', 'image/svg+xml', 'application/pdf', '']) {
      expect(of(page)['permissions-policy'], page).toContain('camera=()');
    }
  });

  it('lets our own pages frame a drawing, and nothing else', () => {
    const drawing = new Headers({ 'content-type': 'image/svg+xml' });
    expect(missingSecurityHeaders(drawing, false)['x-frame-options']).toBe('SAMEORIGIN');
    expect(missingSecurityHeaders(new Headers(), false)['x-frame-options']).toBe('DENY');
  });
});

describe('readForm', () => {
  const Schema = z.object({
    name: z.string().min(1, 'Nhập tên.'),
    'new-password': z.string(),
    roles: z.array(z.string()).min(1, 'Chọn vai trò.'),
  });

  function form(fields: [string, string][]): FormData {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  }

  it('composes and trims text, but leaves a password as typed', () => {
    const sent = form([
      ['name', '  Văn phòng '.normalize('NFD')],
      ['new-password', ' bí mật '],
      ['roles', 'a'],
      ['roles', 'b'],
    ]);
    const answer = readForm(sent, Schema, ['roles']);
    expect(answer).toMatchObject({
      ok: true,
      value: { name: 'Văn phòng', 'new-password': ' bí mật ', roles: ['a', 'b'] },
    });
  });

  it('gives back what was typed with each fault, never a password', () => {
    const sent = form([
      ['name', ''],
      ['new-password', 'x'],
    ]);
    const answer = readForm(sent, Schema, ['roles']);
    expect(answer).toEqual({
      ok: false,
      errors: [
        { name: 'name', message: 'Nhập tên.' },
        { name: 'roles', message: 'Chọn vai trò.' },
      ],
      values: { name: '', roles: [] },
    });
  });

  it('says one thing of each field', () => {
    const Twice = z.object({
      telephone: z.string().min(1, 'Nhập số.').regex(/^\d+$/, 'Số chưa đúng.'),
    });
    const answer = readForm(form([['telephone', '']]), Twice);
    expect(answer).toMatchObject({ errors: [{ name: 'telephone', message: 'Nhập số.' }] });
  });
});

describe('refusalOf', () => {
  it('shows what is meant for people and throws the rest on', () => {
    const refused = refusalOf(platformError('record.not-found', { what: 'kế hoạch' }));
    expect(refused).toMatchObject({ status: 404, errors: [{ name: '' }] });
    expect(() => refusalOf(new Error('x'))).toThrow('x');
    expect(() => refusalOf(platformError('access.denied', { action: 'y' }))).toThrow('y');
  });
});

it('lets the worker of quick entry fetch from here, and nothing else', () => {
  expect(WORKER_POLICY).toContain("connect-src 'self'");
  expect(WORKER_POLICY).toContain("default-src 'none'");
  expect(WORKER_POLICY).not.toMatch(/script-src|\*|https?:/);
});
