// Counting visitors without knowing them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterLines, drawCounter } from './drawing.ts';
import { addView, countPresent, isPublicPage, isRobot, PRESENT_MS, startTally } from './tally.ts';

describe('a day of visits', () => {
  it('counts each visitor once, every view, and who was here in the last five minutes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ mark: fc.constantFrom('a', 'b', 'c', 'd'), after: fc.nat(200_000) })),
        (views) => {
          const tally = startTally('2023-06-30');
          let at = 0;
          const last = new Map<string, number>();
          for (const { mark, after } of views) {
            at += after;
            addView(tally, mark, at);
            last.set(mark, at);
          }
          expect(tally.views).toBe(views.length);
          expect(tally.visits).toBe(last.size);
          const present = [...last.values()].filter((one) => at - one <= PRESENT_MS).length;
          expect(countPresent(tally, at)).toBe(present);
        },
      ),
    );
  });
});

it.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
  ['curl/8.5.0', true],
  ['', true],
  [
    'Mozilla/5.0 (Linux; Android 10; Nokia 2.3) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36',
    false,
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) Version/15.6 Mobile/15E148 Safari/604.1',
    false,
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', false],
])('takes %j for a robot: %s', (userAgent, robot) => {
  expect(isRobot(userAgent)).toBe(robot);
});

it('counts pages for everybody only', () => {
  expect(['/', '/cai-cach-hanh-chinh', '/lam-viec-gi-do'].every(isPublicPage)).toBe(true);
  const others = ['/lam-viec', '/lam-viec/so-lieu', '/dang-nhap', '/dang-nhap/ma', '/dang-xuat'];
  expect([...others, '/thiet-lap', '/api/v1/plans'].some(isPublicPage)).toBe(false);
});

it('draws what is unknown apart from 0', () => {
  expect(drawCounter(counterLines(undefined), 'light')).toContain('chưa rõ');
  const nothing = counterLines({ online: 0, today: 0, all: 0, since: null });
  expect(nothing.map((line) => line.value)).toEqual(['chưa rõ', 'chưa rõ', 'chưa rõ']);
  const drawn = drawCounter(
    counterLines({ online: 0, today: 12, all: 1234, since: '2023-01-05' }),
    'dark',
  );
  expect(drawn).toContain('>0</text>');
  expect(drawn).toContain('1.234');
  expect(drawn).not.toMatch(/style|script|http(?!:\/\/www\.w3\.org)/);
});
