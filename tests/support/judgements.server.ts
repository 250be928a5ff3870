// What people found when they looked at each finding over the sample documents: whether the defect is
// really there. Kept by a digest of rule and place, so that no words of the samples stand in the project.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Finding } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading } from '#lib/plans/index.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { listSamples } from './samples.server.ts';

const FILE = path.resolve(import.meta.dirname, '../judged-findings.yaml');
/** So much of the text before a place is taken into its digest. */
const BEFORE = 60;

/** A finding on a sample, with the verdict on it. */
export interface Judged {
  file: string;
  rule: string;
  severity: Finding['severity'];
  place: string;
  /** Undefined where nobody has looked yet. */
  isTrue: boolean | undefined;
}

/** The digest under which a finding's verdict is kept. */
export function placeOf(text: string, { rule, span }: Pick<Finding, 'rule' | 'span'>): string {
  const words = collapse(text.slice(Math.max(0, span[0] - BEFORE), span[1]));
  return createHash('sha256').update(`${rule} ${words}`).digest('hex').slice(0, 12);
}

/** Every finding over all samples, rules about plans included. */
export async function judgeSamples(folder: string): Promise<Judged[]> {
  const verdicts = readVerdicts();
  const judged: Judged[] = [];
  for (const file of listSamples(folder)) {
    const { text, findings } = toPlanReading(await readHere(file));
    for (const { rule, severity, span } of findings) {
      const place = placeOf(text, { rule, span });
      const isTrue = verdicts.get(`${rule} ${place}`);
      judged.push({ file: path.basename(file), rule, severity, place, isTrue });
    }
  }
  return judged;
}

/** Share of false alarms among the findings that were judged; `null` where none were. */
export function falseShare(judged: readonly Judged[]): number | null {
  const looked = judged.filter(({ isTrue }) => isTrue !== undefined);
  if (looked.length === 0) return null;
  return looked.filter(({ isTrue }) => !isTrue).length / looked.length;
}

/** Rule, then places with their verdict and the reason for it. */
type Kept = Record<string, { place: string; verdict: 'true' | 'false'; why: string }[]>;

function readVerdicts(): Map<string, boolean> {
  const kept = parse(readFileSync(FILE, 'utf8')) as Kept;
  return new Map(
    Object.entries(kept).flatMap(([rule, places]) =>
      places.map(({ place, verdict }) => [`${rule} ${place}`, verdict === 'true'] as const),
    ),
  );
}
