// Coverage of a commune of five years and 50,000 acts, each with evidence: read cold by a process that has
// just started, and read again after one more act. In a commune of its own.
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { getCoverage, recordAct } from '#lib/plans/index.server.ts';
import { anAct, setUpOffice, type SampleOffice } from '#lib/plans/acts/office.samples.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { median, round, row } from './figures.ts';

const ACTS = 50_000;
const AT_ONCE = 1000;
const TIMES = 15;
const NOW = '2023-12-31T03:00:00.000Z';
const FIRST_DAY = toPlainDate('2019-01-01');
const DAYS = 5 * 365;
const CHANNELS = ['portal', 'radio', 'noticeboard', 'meeting', 'training'];

export async function benchCoverage(): Promise<string[]> {
  const office = await setUpOffice(await addCommune());
  for (let from = 0; from < ACTS; from += AT_ONCE) {
    await write(office, async (tx) => {
      for (let at = from; at < from + AT_ONCE; at += 1) recordHistory(tx, office, at);
    });
  }
  const cold = await timeCoverage(office);
  const warm: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await write(office, (tx) => recordAct(tx, anAct(office)));
    warm.push(await timeCoverage(office));
  }
  return [
    row(
      'coverage, five years and 50,000 acts',
      `${round(median(warm))} ms`,
      `read anew after each of ${TIMES} acts; mark: 50 ms`,
    ),
    row('the same, just after a start', `${round(cold)} ms`, 'every event read and folded'),
  ];
}

async function addCommune(): Promise<string> {
  const id = newId();
  const commune = { id, slug: `do-${id}`, name: 'xã Đo độ phủ', kind: 'xa' };
  await inCommune(id, (tx) => tx.db.insertInto('commune').values(commune).execute(), {
    write: true,
  });
  return id;
}

function write<T>({ communeId }: SampleOffice, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inCommune(communeId, work, { write: true, actor: systemJob('bench'), now: NOW });
}

async function timeCoverage({ communeId, planId }: SampleOffice): Promise<number> {
  const start = performance.now();
  const read = await inCommune(communeId, (tx) => getCoverage(tx, planId), {
    actor: systemJob('bench'),
    now: NOW,
  });
  if (read.acts.length < ACTS / 6) throw new Error(`only ${read.acts.length} acts were counted`);
  return performance.now() - start;
}

/** An act of that place in the five years, and its evidence: events alone, which is all that folds read. */
function recordHistory(tx: Tx, office: SampleOffice, at: number): void {
  const day = addDays(FIRST_DAY, Math.floor((at / ACTS) * DAYS));
  const subject = { type: 'act', id: newId() };
  const topic = office.topics[at % 3] ?? '';
  const act = {
    version: 1,
    kind: 'radio-bulletin',
    channel: CHANNELS[at % CHANNELS.length] ?? 'radio',
    day,
    unit: at % 2 === 0 ? office.radio : office.justice,
    // Earlier years served their own plans.
    topics: [day < '2023-01-01' ? `${day.slice(0, 4)}-${topic}` : topic],
    duties: [],
    quantities: { airings: 1 },
    audience: ['people'],
    village: null,
    public: true,
    digest: '0'.repeat(64),
  };
  const evidence = {
    evidence: newId(),
    kind: 'photo',
    sha256: 'f'.repeat(64),
    public: false,
  };
  tx.record({ kind: 'act.recorded', subject, data: act });
  tx.record({ kind: 'evidence.added', subject, data: evidence });
}
