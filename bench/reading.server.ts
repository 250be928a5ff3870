// How long reading a plan takes: from the bytes of the sample plan to the understood plan.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading } from '#lib/plans/index.ts';
import { median, round, row } from './figures.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../data/demo/ke-hoach-mau.txt');
const WARM_UP = 20;
const TIMES = 200;

export async function benchReading(): Promise<string[]> {
  const bytes = readFileSync(SAMPLE);
  const taken: number[] = [];
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    const start = performance.now();
    const reading = toPlanReading(await readHere(bytes, { name: 'ke-hoach-mau.txt' }));
    if (time >= WARM_UP) taken.push(performance.now() - start);
    if (reading.plan?.topics.length !== 11) throw new Error('the sample plan was not understood');
  }
  const ms = median(taken);
  const kilobytes = bytes.byteLength / 1024;
  return [
    row(
      'reading the sample plan',
      `${round(ms, 2)} ms`,
      `${round(kilobytes, 1)} kB, median of ${TIMES}`,
    ),
    row('  per 100 kB', `${round((ms / kilobytes) * 100, 2)} ms`, ''),
  ];
}
