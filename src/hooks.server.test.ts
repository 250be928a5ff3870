// What a reader is told of a failure, and when: words for one that happens while a page is drawn must be there
// at once, since the pages' framework drops those that are promised.
import type { RequestEvent } from '@sveltejs/kit';
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
