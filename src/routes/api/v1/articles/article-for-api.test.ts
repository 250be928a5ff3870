// Files and sounds of an article as open data names them.
import { expect, it } from 'vitest';
import { ApiAudio, ApiFile } from '#lib/portal/index.ts';
import { audioForApi, filesForApi } from './article-for-api.ts';

const ORIGIN = 'https://xa.example';
const sha256 = 'ab'.repeat(32);
const url = `${ORIGIN}/tep/${sha256}`;

it('tells of a file what readers see of it, and nothing its editors are told', () => {
  const file = {
    file: sha256,
    title: 'Mẫu đơn',
    name: 'mau don cua ong Nam.pdf',
    mediaType: 'application/pdf',
    size: 1200,
    personalData: ['telephone'],
  };
  const told = filesForApi([file], ORIGIN);
  expect(told).toEqual([
    { title: 'Mẫu đơn', mediaType: 'application/pdf', size: 1200, sha256, url },
  ]);
  expect(told.map((one) => ApiFile.parse(one))).toEqual(told);
});

it('tells whether a person or a machine reads', () => {
  const file = { sha256, mediaType: 'audio/mpeg', size: 90, name: 'a.mp3' };
  const told = audioForApi({ voice: 'person', file }, ORIGIN);
  expect(told).toEqual({ voice: 'person', mediaType: 'audio/mpeg', size: 90, sha256, url });
  expect(ApiAudio.parse(told)).toEqual(told);
});
