// The time in a picture: as cameras write it, and nothing from what is broken.
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { findTakenAt } from './exif-time.ts';

async function exifOf(fields: Record<string, string>): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } });
  const bytes = await picture.withExif({ IFD2: fields }).jpeg().toBuffer();
  return (await sharp(bytes).metadata()).exif ?? new Uint8Array();
}

it('reads when it was taken, else when it was digitised', async () => {
  const both = {
    DateTimeOriginal: '2023:06:28 14:05:09',
    DateTimeDigitized: '2023:06:29 08:00:00',
  };
  expect(findTakenAt(await exifOf(both))).toBe('2023-06-28T14:05:09');
  const scanned = { DateTimeDigitized: '2023:06:29 08:00:00' };
  expect(findTakenAt(await exifOf(scanned))).toBe('2023-06-29T08:00:00');
});

it.each([
  '0000:00:00 00:00:00',
  '2023:02:30 10:00:00',
  '2023:13:01 10:00:00',
  '1970:01:01 00:00:00',
])('believes no clock that says %s', async (time) => {
  expect(findTakenAt(await exifOf({ DateTimeOriginal: time }))).toBeUndefined();
});

it('reads nothing from bytes that only look like it', async () => {
  const good = await exifOf({ DateTimeOriginal: '2023:06:28 14:05:09' });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
      const broken = Uint8Array.from(good);
      broken[at] = value;
      const time = findTakenAt(broken);
      expect(time === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(time)).toBe(true);
      expect(() => findTakenAt(broken.subarray(0, at))).not.toThrow();
    }),
  );
  expect(findTakenAt(new Uint8Array())).toBeUndefined();
});
