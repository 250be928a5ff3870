// The words of acts, for whoever looks for what names a thing that has changed.
import { beforeAll, expect, test } from 'vitest';
import { thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { takeArrival } from '../arrivals/take.server.ts';
import { readActWords } from './act-words.server.ts';
import { anAct, asActor, coordinator, setUpOffice, type SampleOffice } from './office.samples.ts';
import { recordAct, withdrawAct } from './record-act.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
const NAMES = ['Bản tin'];
const record = async (title: string, day: string, summary = '') =>
  (
    await asActor(office, coordinator, (tx) =>
      recordAct(tx, anAct(office, { title, day, summary })),
    )
  ).id;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});

test('are those of acts that stand, since a day, the newest first', async () => {
  await record('Bản tin cũ', '2023-01-10');
  const second = await record('Bản tin về khai sinh', '2023-05-10', 'Xem mã 1.001193.');
  const third = await record('Bản tin nhầm', '2023-05-12');
  const last = await record('Bản tin mới', '2023-05-15');
  await asActor(office, coordinator, (tx) => withdrawAct(tx, { id: third, reason: 'Ghi nhầm' }));
  const found = await asActor(office, coordinator, (tx) => readActWords(tx, '2023-05-01', NAMES));
  expect(found.map(({ id, day }) => [id, day])).toEqual([
    [last, '2023-05-15'],
    [second, '2023-05-10'],
  ]);
  expect(found[1]).toMatchObject({ kind: 'radio-bulletin', title: 'Bản tin về khai sinh' });
  expect(found[1]?.text).toBe('Bản tin về khai sinh\nXem mã 1.001193.\n');
});

test('are only those that may say a name, whatever its case, marks and lines', async () => {
  const one = await record('Phát thanh buổi sáng', '2023-05-17', 'ĐĂNG KÝ\nKHAI  SINH tại nhà.');
  const code = await record('Phát thanh buổi chiều', '2023-05-17', 'Thủ tục 2.000815.');
  const named = async (...names: string[]) =>
    (await asActor(office, coordinator, (tx) => readActWords(tx, '2023-05-01', names))).map(
      ({ id }) => id,
    );
  expect(await named('đăng ký khai sinh')).toEqual([one]);
  expect(await named('2.000815')).toEqual([code]);
  expect((await named('đăng ký khai sinh', '2.000815')).toSorted()).toEqual([one, code].toSorted());
  // What a pattern would take for anything is only itself.
  expect(await named('100%_%')).toEqual([]);
  expect(await named()).toEqual([]);
});

test('leave out what another room made by itself', async () => {
  const before = await asActor(office, coordinator, (tx) => readActWords(tx, '2023-05-01', NAMES));
  await asActor(office, coordinator, (tx) =>
    takeArrival(tx, {
      ...{ source: 'article', of: office.planId, day: '2023-05-20', unitId: office.radio },
      topics: [office.topics[0]],
      quantities: { items: 1 },
      photographs: [],
      page: {
        ...{ url: '/tin/khai-sinh', title: 'Khai sinh', summary: '', isPublic: true },
        sha256: 'a'.repeat(64),
      },
    }),
  );
  const after = await asActor(office, coordinator, (tx) => readActWords(tx, '2023-05-01', NAMES));
  expect(after).toEqual(before);
});

test('are for those who work here', async () => {
  await expect(
    asActor(office, thePublic, (tx) => readActWords(tx, '2023-05-01', NAMES)),
  ).rejects.toMatchObject({ code: 'access.sign-in' });
});
