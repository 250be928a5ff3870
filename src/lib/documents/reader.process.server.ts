// A process of its own that reads one document and ends: bytes on standard input, the answer as JSON
// on standard output. What a hostile file does to it dies with it.
import { buffer } from 'node:stream/consumers';
import { isLoaError } from '#lib/platform/index.ts';
import { readHere, type ReadOptions } from './read-file.server.ts';
import type { ReaderAnswer } from './reader.server.ts';

const answer = await read(JSON.parse(process.argv[2] ?? '{}') as ReadOptions);
process.stdout.write(JSON.stringify(answer));

async function read(given: ReadOptions): Promise<ReaderAnswer> {
  try {
    return { reading: await readHere(await buffer(process.stdin), given) };
  } catch (error) {
    if (isLoaError(error)) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
}
