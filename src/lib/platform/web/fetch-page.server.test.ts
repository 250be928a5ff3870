// Fetching by somebody's word: nothing but the public Internet, nothing without an end.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage, type FetchLimits } from './fetch-page.server.ts';
import { isPublicAddress } from './public-address.server.ts';

const LIMITS: FetchLimits = { maxBytes: 10_000, maxMs: 20_000 };
const HERE: FetchLimits = { ...LIMITS, mayReach: () => true };
const trouble = (name: string, status: number | null = null) =>
  expect.objectContaining({ trouble: name, status });

describe('public addresses', () => {
  it.each(['1.1.1.1', '113.160.1.1', '2606:4700::1111', '2405:4800::1'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('fetching', () => {
  let server: Server;
  let origin: string;
  const agents: string[] = [];
  const answers: Record<string, (answer: ServerResponse) => void> = {
    '/': (answer) => {
      answer.setHeader('content-type', 'Text/HTML; charset="UTF-8"');
      answer.end('<p>Xin chào</p>');
    },
    '/next': (answer) => void answer.writeHead(302, { location: '/' }).end(),
    '/round': (answer) => void answer.writeHead(302, { location: '/round' }).end(),
    '/file': (answer) => void answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/inside': (answer) =>
      void answer.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    '/large': (answer) => answer.end('x'.repeat(20_000)),
    '/slow': (answer) => void answer.write('one piece, and no more'),
  };

  beforeAll(async () => {
    server = createServer(({ url = '', headers }, answer) => {
      agents.push(headers['user-agent'] ?? '');
      const give = answers[url];
      if (give) give(answer);
      else answer.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives the page, also behind a redirect', async () => {
    const page = { mediaType: 'text/html', charset: 'utf-8', url: `${origin}/` };
    expect(await fetchPage(origin, HERE)).toMatchObject(page);
    const moved = await fetchPage(`${origin}/next`, HERE);
    expect(moved).toMatchObject(page);
    expect(moved.bytes.toString()).toBe('<p>Xin chào</p>');
  });

  it('does not reach this machine, by address or by name', async () => {
    const named = origin.replace('127.0.0.1', 'localhost');
    for (const url of [origin, named, 'http://[::1]/', 'http://2130706433/']) {
      await expect(fetchPage(url, LIMITS)).rejects.toEqual(trouble('not-public'));
    }
  });

  it('asks no other port than those of pages, and says that this is why', async () => {
    for (const url of ['http://1.1.1.1:22/', 'https://1.1.1.1:8443/']) {
      await expect(fetchPage(url, LIMITS)).rejects.toEqual(trouble('other-port'));
    }
  });

  it('says who asks and what for', async () => {
    await fetchPage(origin, HERE);
    await fetchPage(origin, { ...HERE, agent: 'Loa (thu)' });
    expect(agents.slice(-2)).toEqual([expect.stringMatching(/^Loa \(/), 'Loa (thu)']);
    expect(agents.at(-2)).not.toBe('Loa (thu)');
  });

  it('checks again where a redirect leads', async () => {
    const onlyHere = { ...LIMITS, mayReach: (address: string) => address === '127.0.0.1' };
    for (const path of ['/inside', '/file']) {
      const refused = expect(fetchPage(origin + path, onlyHere)).rejects;
      await refused.toEqual(trouble('not-public'));
    }
  });

  it('ends: too large, too slow, round and round, not there', async () => {
    const slow = { ...HERE, maxMs: 300 };
    await expect(fetchPage(`${origin}/large`, HERE)).rejects.toEqual(trouble('too-large'));
    await expect(fetchPage(`${origin}/slow`, slow)).rejects.toEqual(trouble('too-slow'));
    await expect(fetchPage(`${origin}/round`, HERE)).rejects.toEqual(trouble('too-many-redirects'));
    await expect(fetchPage(`${origin}/none`, HERE)).rejects.toEqual(trouble('status', 404));
  });
});
