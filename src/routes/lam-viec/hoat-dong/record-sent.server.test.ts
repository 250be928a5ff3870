// What a person sends wrong comes back in words that say what, where and what to do, with everything typed:
// the form of an act as its page answers it, held against a real database.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { closePeriod } from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { recordSent, type Refused } from './record-sent.server.ts';

const database = useTestDatabase();
const office = { plan: newId(), topic: newId(), unit: newId(), gone: newId() };
const coordinator = person('coordinator');
const TITLE = 'Bản tin chiều về giữ gìn trật tự';
const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AR//Z',
  'base64',
);
const as = <T>(work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor: coordinator, now });

beforeAll(() =>
  as(async (tx) => {
    const label = 'Trật tự đô thị';
    await insertPlanInForce(tx, {
      id: office.plan,
      topics: [{ id: office.topic, label, text: label }],
    });
    const commune_id = tx.communeId;
    const units = [
      { commune_id, id: office.unit, name: 'Đài phát thanh', slug: 'dai', position: 1 },
      { commune_id, id: office.gone, name: 'Ban Văn hóa cũ', slug: 'cu', position: 2 },
    ];
    await tx.db.insertInto('unit').values(units).execute();
    await tx.db
      .updateTable('unit')
      .set({ valid_to: '2023-03-31' })
      .where('id', '=', office.gone)
      .execute();
  }),
);

function formOf(given: Record<string, string | File> = {}): FormData {
  const data = new FormData();
  const filled: Record<string, string | File> = {
    clientKey: newId(),
    kind: 'radio-bulletin',
    day: '2023-06-20',
    unitId: office.unit,
    title: TITLE,
    topics: office.topic,
    place: 'Nhà văn hóa thôn Nội',
    'quantities.minutes': '12',
    ...given,
  };
  for (const [name, value] of Object.entries(filled)) data.set(name, value);
  return data;
}

async function send(data: FormData) {
  const { communeId } = database();
  const locals = {
    commune: { id: communeId },
    actor: coordinator,
    read: (work: (tx: Tx) => Promise<unknown>) =>
      inCommune(communeId, work, { actor: coordinator, now: NOW }),
    write: (work: (tx: Tx) => Promise<unknown>) => as(work),
  } as unknown as App.Locals;
  const request = new Request('http://xa.example/', { method: 'POST', body: data });
  return recordSent(locals, request);
}

async function refused(given: Record<string, string | File>): Promise<Refused> {
  const answer = await send(formOf(given));
  if (!('errors' in answer)) throw new Error('nothing was refused');
  // Whatever was wrong, the rest stands as it was typed.
  expect(answer.typed.fields).toMatchObject({
    title: TITLE,
    place: 'Nhà văn hóa thôn Nội',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string')),
  });
  expect(answer.typed.topics).toEqual([office.topic]);
  return answer;
}

const kept = async () =>
  Number(
    (
      await as((tx) =>
        tx.db
          .selectFrom('act')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow(),
      )
    ).count,
  );

describe('a form with something wrong in it', () => {
  test.each([
    ['a day that doesn’t exist', { day: '2023-02-30' }, 'day', 'ngày/tháng/năm'],
    ['a day that is no day', { day: 'hôm qua' }, 'day', 'ngày/tháng/năm'],
    ['a day that hasn’t come', { day: '2023-07-01' }, 'day', 'Ngày 01/07/2023 chưa đến'],
    ['a day outside the plan', { day: '2021-05-05' }, 'day', 'Hoạt động ngoài thời gian kế hoạch'],
    [
      'a negative amount',
      { 'quantities.minutes': '-5' },
      'quantities.minutes',
      'Thời lượng một lượt: ghi bằng chữ số',
    ],
    [
      'an absurd amount',
      { 'quantities.minutes': '99999999' },
      'quantities.minutes',
      'số lớn bất thường',
    ],
    ['an amount in words', { 'quantities.airings': 'hai lần' }, 'quantities.airings', 'ví dụ 25'],
    ['an address that leads nowhere', { link: 'ftp:/tin' }, 'link', 'http://'],
    ['no unit', { unitId: '', day: '2023-06-20' }, 'unitId', 'Chọn đơn vị thực hiện'],
  ])('%s', async (_what, given, field, words) => {
    const before = await kept();
    const { status, errors } = await refused(given);
    expect(status).toBe(422);
    expect(errors).toEqual([{ name: field, message: expect.stringContaining(words) as string }]);
    expect(await kept()).toBe(before);
  });

  test('a unit that no longer existed on that day is named with its end', async () => {
    const { errors } = await refused({ unitId: office.gone });
    expect(errors).toEqual([
      {
        name: 'unitId',
        message: expect.stringMatching(
          /Ban Văn hóa cũ đã kết thúc hoạt động từ ngày 31\/03\/2023.*Chọn đơn vị đã thay thế/,
        ) as string,
      },
    ]);
  });

  test('a program isn’t kept, whatever its name, and the photograph beside it isn’t lost', async () => {
    const program = new File([Buffer.from('4d5a90000300000004000000ffff0000', 'hex')], 'anh.jpg', {
      type: 'image/jpeg',
    });
    const data = formOf({ photos: new File([PHOTO], 'loa.jpg', { type: 'image/jpeg' }) });
    data.append('photos', program);
    data.set('files', new File([Buffer.from('7f454c4602010100', 'hex')], 'bien-ban.pdf'));
    const answer = await send(data);
    if (!('errors' in answer)) throw new Error('nothing was refused');
    expect(answer.errors.map(({ name, message }) => [name, message.includes('nhận')])).toEqual([
      ['photos', true],
      ['files', true],
    ]);
    expect(answer.errors.map(({ message }) => message).join(' ')).toMatch(
      /anh\.jpg” thuộc loại chương trình máy tính.*bien-ban\.pdf” thuộc loại chương trình máy tính/,
    );
    expect(answer.typed.fields).toMatchObject({ title: TITLE });
    const [photograph] = answer.typed.kept;
    expect(photograph?.file).toMatchObject({ name: 'loa.jpg', mediaType: 'image/jpeg' });
    // The token is enough for the next try.
    const again = formOf({ kept: photograph?.token ?? '' });
    expect(await send(again)).toMatchObject({ id: expect.any(String) as string });
  });

  test('a photograph too large to be made smaller, or broken, is refused in words, and the rest stays', async () => {
    // Twenty thousand by twenty thousand dots, by its head; nothing unpacks it.
    const boast = Buffer.from('89504e470d0a1a0a0000000d4948445200004e2000004e200802000000', 'hex');
    const data = formOf({ photos: new File([PHOTO], 'loa.jpg', { type: 'image/jpeg' }) });
    data.append('photos', new File([boast], 'ban-do.png', { type: 'image/png' }));
    data.append('photos', new File([PHOTO.subarray(0, 60)], 'dut.jpg', { type: 'image/jpeg' }));
    // Pictures come as other papers too.
    data.set('lists', new File([boast], 'danh-sach.png', { type: 'image/png' }));
    const answer = await send(data);
    if (!('errors' in answer)) throw new Error('nothing was refused');
    expect(answer.errors.map(({ name }) => name)).toEqual(['photos', 'photos', 'lists']);
    expect(answer.errors.map(({ message }) => message).join(' ')).toMatch(
      /ban-do\.png” có 400 triệu điểm ảnh.*100 triệu.*dut\.jpg” bị hỏng.*danh-sach\.png” có 400 triệu/,
    );
    expect(answer.typed.fields).toMatchObject({ title: TITLE });
    expect(answer.typed.kept.map(({ file }) => file.name)).toEqual(['loa.jpg']);
  });

  test('a file over the limit is named with both weights', async () => {
    const heavy = new File([new Uint8Array(21 * 1024 * 1024)], 'phim.mp4');
    const { errors } = await refused({ files: heavy, day: '2023-06-19' });
    expect(errors).toEqual([
      { name: 'files', message: expect.stringMatching(/phim\.mp4.*21.*MB.*20 MB/) as string },
    ]);
  });

  test('the same act twice shows its likely twin, and a person decides', async () => {
    const day = '2023-05-16';
    const first = await send(formOf({ day }));
    if ('errors' in first) throw new Error('the first was refused');
    const { status, errors, twinId } = await refused({ day });
    expect({ status, twinId }).toEqual({ status: 409, twinId: first.id });
    expect(errors[0]?.message).toMatch(/“Bản tin chiều.*16\/05\/2023.*Đây là việc khác, vẫn ghi/);
    expect(await send(formOf({ day, anotherAct: 'on' }))).toMatchObject({
      id: expect.any(String) as string,
    });
  });

  test('a period that is closed is named, with the way to record late', async () => {
    await as((tx) => closePeriod(tx, { key: '2023-02' }));
    const day = '2023-02-10';
    const { errors } = await refused({ day });
    expect(errors).toEqual([
      {
        name: 'day',
        message: expect.stringMatching(/Ngày 10\/02\/2023 thuộc kỳ đã khóa sổ.*Ghi muộn/) as string,
      },
    ]);
    expect(await send(formOf({ day, lateForPeriod: 'on' }))).toMatchObject({
      id: expect.any(String) as string,
    });
  });
});
