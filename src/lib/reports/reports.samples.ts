// Acts that tests of the reports room count.
import { getActKinds } from '#lib/plans/index.server.ts';
import { foldActs, type ActData, type ActState } from '#lib/plans/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { periodAround, type ReportPeriod } from './period.ts';
import type { FigureSource } from './figures/resolve.ts';

const DATA: ActData = {
  version: 1,
  kind: 'meeting',
  channel: 'meeting',
  day: '2023-05-10',
  unit: 'u1',
  topics: ['t1'],
  duties: [],
  quantities: {},
  audience: ['people'],
  village: null,
  public: true,
  digest: '0'.repeat(64),
};

/** An act by its id and what is particular about it, and whether something proves it. */
export type SampleAct = Partial<ActData> & { readonly id: string; readonly proven?: boolean };

export function actsOf(...samples: readonly SampleAct[]): readonly ActState[] {
  const happenings = samples.flatMap(({ id, proven, ...data }) => {
    const subject = { type: 'act', id };
    const evidence = { evidence: `e-${id}`, kind: 'photo', sha256: 'f'.repeat(64), public: false };
    const recording = { kind: 'act.recorded', subject, data: { ...DATA, ...data } };
    return proven ? [recording, { kind: 'evidence.added', subject, data: evidence }] : [recording];
  });
  return foldActs(
    happenings.map((one, index) => ({ ...one, seq: index + 1, at: '2023-06-01T00:00:00Z' })),
    null,
  );
}

export const secondQuarter = periodAround('quarter', toPlainDate('2023-05-10'));

export function sourceOf(
  acts: readonly ActState[],
  period: ReportPeriod = secondQuarter,
): FigureSource {
  return { acts, kinds: getActKinds(), period };
}
