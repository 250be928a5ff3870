// Vietnamese text as sound, by programs of this machine in processes of their own (ruling 22): espeak-ng
// speaks, lame or ffmpeg packs. Both are called, never linked: they stand under licences of their own.
import { spawn, type ChildProcess } from 'node:child_process';
import { partsOf } from './parts.ts';

/** For one part. */
const TIME_LIMIT_MS = 300_000;
/** Some twenty-five minutes of talk. */
const PART_LETTERS = 20_000;
/** Three parts, an hour and a quarter, some 14 MB. */
export const MOST_SPOKEN_LETTERS = 60_000;
const MOST_BYTES = 20 * 1024 * 1024;
const VOICE = ['-v', 'vi', '-s', '150', '--stdin', '--stdout'];
// Bare frames without a head: parts set one behind another are one sound.
const PACKERS: Readonly<Record<string, readonly string[]>> = {
  lame: '--quiet -t -m m -b 24 - -'.split(' '),
  ffmpeg:
    '-v error -f wav -i pipe:0 -ac 1 -b:a 24k -write_xing 0 -id3v2_version 0 -f mp3 pipe:1'.split(
      ' ',
    ),
};

/** Where programs are looked for; trials set their own. */
type Path = string | undefined;

/** Why nothing can be read aloud here, in words; undefined where it can. */
export async function whyNoSpeech(path: Path = process.env['PATH']): Promise<string | undefined> {
  if (!(await runs('espeak-ng', ['--version'], path))) return 'chưa cài espeak-ng';
  return (await findPacker(path)) ? undefined : 'chưa cài lame hoặc ffmpeg';
}

/**
 * Speech as MP3, some 180 kB a minute; a long text is spoken part after part.
 * @throws Error where a program is missing, fails or takes too long, or the text is too long
 */
export async function speak(text: string, path: Path = process.env['PATH']): Promise<Buffer> {
  if (text.length > MOST_SPOKEN_LETTERS) throw new Error('the text is too long to be read aloud');
  const packer = await findPacker(path);
  if (!packer) throw new Error('no program packs sound here');
  const sounds: Buffer[] = [];
  for (const part of partsOf(text, PART_LETTERS)) sounds.push(await speakPart(part, packer, path));
  return Buffer.concat(sounds);
}

async function speakPart(text: string, packer: string, path: Path): Promise<Buffer> {
  const voice = start('espeak-ng', VOICE, path);
  const pack = start(packer, PACKERS[packer] ?? [], path);
  const pieces: Buffer[] = [];
  let size = 0;
  pack.stdout?.on('data', (piece: Buffer) => {
    size += piece.byteLength;
    if (size > MOST_BYTES) pack.kill();
    else pieces.push(piece);
  });
  // Who ends early closes its input; the exit codes tell.
  for (const stream of [voice.stdin, pack.stdin]) stream?.on('error', () => undefined);
  if (pack.stdin) voice.stdout?.pipe(pack.stdin);
  voice.stdin?.end(text);
  const codes = await Promise.all([ended(voice), ended(pack)]);
  if (codes.some((code) => code !== 0) || size === 0) {
    throw new Error(`reading aloud failed (${codes.join(', ')})`);
  }
  return Buffer.concat(pieces);
}

async function findPacker(path: Path): Promise<string | undefined> {
  if (await runs('lame', ['--version'], path)) return 'lame';
  return (await runs('ffmpeg', ['-version'], path)) ? 'ffmpeg' : undefined;
}

async function runs(program: string, words: readonly string[], path: Path): Promise<boolean> {
  const child = start(program, words, path);
  child.stdout?.resume();
  return (await ended(child)) === 0;
}

function start(program: string, words: readonly string[], path: Path): ChildProcess {
  return spawn(program, words, {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Not the limit of `spawn`: where the program is missing its clock runs on, and holds who wants to end.
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
    // Nothing of the server's settings is of use to a voice.
    env: { PATH: path ?? '' },
  });
}

/** The exit code; null for what couldn't start or was stopped. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
}
