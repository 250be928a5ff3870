// A unit's page, read as the desk reads it: nothing of it is kept between two readings.
import { connectOwner, inCommune } from '#lib/platform/index.server.ts';
import { person, type SampleOffice } from '#lib/plans/acts/office.samples.ts';
import { getCoverage, getUnitPage, listActs, listPublicActs } from '#lib/plans/index.server.ts';
import { median, round, row } from './figures.ts';
import { addBenchOffice, BENCH_NOW, fillWithActs } from './history.server.ts';

const TIMES = 25;
const ROUNDS = 4;
const COMMUNES = 3321;
const ACTS = 1000;
const YEAR = 365;

const reader = person('coordinator');

/** In a commune of five years and 50,000 acts. */
export async function benchUnitPage(): Promise<string[]> {
  const office = await addBenchOffice();
  await fillWithActs(office, { acts: 50_000, days: 5 * YEAR });
  await analyse();
  const times = await timesOf(office, readUnit);
  return [row('unit page, uncached', `${round(median(times), 1)} ms`, '50,000 acts; mark: 100 ms')];
}

/**
 * The same pages of the same commune, alone in the database and then among as many communes as the country
 * has. Minutes of writing and some gigabytes, so it is asked for by name.
 */
export async function benchManyCommunes(): Promise<string[]> {
  const office = await addBenchOffice();
  await fillWithActs(office, { acts: ACTS, days: YEAR });
  await analyse();
  const alone = await timesOf(office, (tx) => readPages(office, tx));
  const begun = performance.now();
  let last = office;
  for (let made = 1; made < COMMUNES; made += 1) {
    last = await addBenchOffice();
    await fillWithActs(last, { acts: ACTS, days: YEAR });
  }
  await analyse();
  const minutes = (performance.now() - begun) / 60_000;
  // In turns: what the database still has to tidy after gigabytes of writing slows both alike.
  const among: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    among.push(...(await timesOf(office, (tx) => readPages(office, tx))));
    other.push(...(await timesOf(last, (tx) => readPages(last, tx))));
  }
  const ratio = (times: readonly number[]) => median(times) / median(alone);
  const how = `median of ${TIMES}; unit page, two lists of acts, coverage folded anew`;
  return [
    row('four pages, one commune of 1,000 acts', `${round(median(alone), 1)} ms`, how),
    row(
      `the same among ${round(COMMUNES)} communes`,
      `${round(median(among), 1)} ms`,
      `ratio ${round(ratio(among), 2)}; mark: 1.2; filled in ${round(minutes, 1)} minutes`,
    ),
    row(
      'those of the last commune',
      `${round(median(other), 1)} ms`,
      `ratio ${round(ratio(other), 2)}`,
    ),
  ];
}

/** Milliseconds of each reading, after a few that warm up. */
async function timesOf(
  { communeId }: SampleOffice,
  read: (tx: Tx) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let time = -5; time < TIMES; time += 1) {
    const start = performance.now();
    await inCommune(communeId, read, { actor: reader, now: BENCH_NOW });
    if (time >= 0) times.push(performance.now() - start);
  }
  return times;
}

type Tx = Parameters<Parameters<typeof inCommune>[1]>[0];

async function readUnit(tx: Tx): Promise<void> {
  const page = await getUnitPage(tx, 'don-vi-1');
  if (page.unit.acts === 0) throw new Error('the unit has no acts');
}

let asked = 0;

async function readPages(office: SampleOffice, tx: Tx): Promise<void> {
  await readUnit(tx);
  await listActs(tx, {}, { size: 25, start: 0 });
  await listPublicActs(tx);
  // An instant nobody asked for before: folded from the events, not given from memory.
  asked += 1;
  const asOf = new Date(Date.parse(BENCH_NOW) + asked).toISOString();
  const { acts } = await getCoverage(tx, office.planId, { asOf });
  if (acts.length !== ACTS) throw new Error(`coverage counted ${acts.length} acts`);
}

async function analyse(): Promise<void> {
  const owner = await connectOwner();
  try {
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
  }
}
