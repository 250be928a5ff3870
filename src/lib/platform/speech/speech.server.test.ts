// Reading aloud through programs of the machine, here stand-ins in a folder of their own.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_SPOKEN_LETTERS, speak, whyNoSpeech } from './speech.server.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loa-voice-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A machine with these programs. @returns where they are found */
async function machine(name: string, programs: Record<string, string>): Promise<string> {
  const own = path.join(folder, name);
  await mkdir(own);
  for (const [program, script] of Object.entries(programs)) {
    await writeFile(path.join(own, program), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(path.join(own, program), 0o755);
  }
  return own;
}
const SPEAKS = '[ "$1" = --version ] || cat';
const PACKS = '[ "$1" = --version ] || { printf MP3:; cat; }';

test('says what is missing, and nothing where all is there', async () => {
  expect(await whyNoSpeech(await machine('bare', {}))).toBe('chưa cài espeak-ng');
  expect(await whyNoSpeech(await machine('mute', { 'espeak-ng': SPEAKS }))).toContain('lame');
  const whole = await machine('whole', {
    'espeak-ng': SPEAKS,
    ffmpeg: '[ "$1" = -version ] || cat',
  });
  expect(await whyNoSpeech(whole)).toBeUndefined();
});

test('holds nobody who wants to end, where a program is missing', async () => {
  const clocks = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = clocks();
  await whyNoSpeech(await machine('empty', {}));
  await whyNoSpeech(await machine('voice-only', { 'espeak-ng': SPEAKS }));
  expect(clocks()).toBeLessThanOrEqual(before);
});

test('hands the words to the voice and its sound to the packer', async () => {
  const at = await machine('both', { 'espeak-ng': SPEAKS, lame: PACKS });
  expect((await speak('Kính thưa bà con', at)).toString()).toBe('MP3:Kính thưa bà con');
});

test('speaks a long text part after part, and leaves nothing out', async () => {
  const at = await machine('long', { 'espeak-ng': SPEAKS, lame: PACKS });
  const text = 'Bà con chú ý nghe cho rõ.\n'.repeat(1_700);
  const sound = (await speak(text, at)).toString();
  expect(sound.match(/MP3:/g)?.length).toBeGreaterThan(2);
  expect(sound.replaceAll('MP3:', '')).toBe(text);
});

test.each([
  ['the voice fails', { 'espeak-ng': '[ "$1" = --version ] || exit 1', lame: PACKS }],
  ['the packer fails', { 'espeak-ng': SPEAKS, lame: '[ "$1" = --version ] || exit 2' }],
  ['there is no packer', { 'espeak-ng': SPEAKS }],
])('gives no half a sound where %s', async (name, programs) => {
  await expect(
    speak('Bà con', await machine(name.replaceAll(' ', '-'), programs)),
  ).rejects.toThrow();
});

test('refuses what would take the evening', async () => {
  await expect(speak('a'.repeat(MOST_SPOKEN_LETTERS + 1))).rejects.toThrow('too long');
});
