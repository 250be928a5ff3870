// What a reader is told of a failure, and when: words for one that happens while a page is drawn must be there
// at once, since the pages' framework drops those that are promised.
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';
import { getRequest } from '@sveltejs/kit/node';
import { expect, it, vi } from 'vitest';
import { handleError } from './hooks.server.ts';

const logged = vi.hoisted(() => vi.fn());
vi.mock('#lib/platform/index.server.ts', async (original) => ({
  ...(await original<object>()),
  logFailure: logged,
}));

function failing(error: unknown, { route, isData = false }: { route: string; isData?: boolean }) {
  const event = {
    route: { id: route },
    url: new URL('http://xa.example/khong-co'),
    request: new Request('http://xa.example/khong-co'),
    isDataRequest: isData,
    // Refused at the door: nobody knows yet whose address it is.
    locals: {},
  } as unknown as RequestEvent;
  return handleError({ kind: 'unknown', error, event } as Parameters<typeof handleError>[0]);
}

it.each(['/(portal)/tin', '/lam-viec/bien-tap'])('%s that fails is told of at once', (route) => {
  const told = failing(new Error('x'), { route });
  expect(told).not.toBeInstanceOf(Promise);
  expect(told).toMatchObject({ status: 500, message: expect.stringContaining('Hệ thống gặp lỗi') });
});

it.each([
  ['/(portal)/tin', /không phải do bà con.*thử lại/],
  ['/lam-viec/bien-tap', /báo cho quản trị viên/],
])('%s: who reads it is told what they can do', (route, todo) => {
  expect(failing(new Error('x'), { route })).toMatchObject({ todo: expect.stringMatching(todo) });
});

it.each([true, false])(
  'of what is missing before its commune is known nothing is asked',
  async (isData) => {
    logged.mockClear();
    const missing = Object.assign(new Error('x'), { status: 404 });
    await failing(missing, { route: '/(portal)/tin', isData });
    // The failure itself, and none of asking for it.
    expect(logged.mock.calls).toEqual([[missing]]);
  },
);

/** Sends half a form and goes away; gives the request as pages get it, and how reading it failed. */
async function breakOff(): Promise<{ request: Request; failure: unknown }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const type = 'multipart/form-data; boundary=x';
  const headers = { 'content-type': type, 'content-length': '1000' };
  const sending = ask({ host: '127.0.0.1', port, method: 'POST', path: '/xem-lai', headers });
  sending.on('error', () => undefined);
  sending.write('--x\r\n');
  const [incoming, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const request = getRequest({ request: incoming, response, base: 'http://xa.example' });
  const reading = request.formData().catch((failure: unknown) => failure);
  await once(incoming, 'data');
  sending.destroy();
  const failure = await reading;
  server.close();
  return { request, failure };
}

it('a form that its sender broke off is no failure of ours; what breaks while they leave is', async () => {
  const { request, failure } = await breakOff();
  const event = { route: { id: '/lam-viec/bien-tap/xem-lai' }, request } as unknown as RequestEvent;
  const tell = (error: unknown) =>
    handleError({ kind: 'unknown', error, event } as Parameters<typeof handleError>[0]);
  logged.mockClear();
  tell(failure);
  expect(logged).not.toHaveBeenCalled();
  const ours = new Error('x');
  tell(ours);
  expect(logged.mock.calls).toEqual([[ours]]);
});
