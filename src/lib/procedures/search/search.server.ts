// Searching the procedures of a commune as people ask. The index holds names, fields and the office's own
// words; it is kept in the process until something happens in the commune.
import { getSpokenWords, onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { readCurrentGuides } from '../guide/read-guides.server.ts';
import { listProcedures } from '../versions/register.server.ts';
import type { ProcedureVersion } from '../versions/versions.ts';
import { ProcedureIndex } from './ranking.ts';

/** Procedures in force that a question may mean, best first. Public. */
export async function searchProcedures(
  tx: Tx,
  question: string,
  most = 20,
): Promise<ProcedureVersion[]> {
  const { index, byCode } = await onceUntilNextEvent(tx, 'procedure-index', '', () => build(tx));
  return index.find(question, most).flatMap(({ code }) => byCode.get(code) ?? []);
}

async function build(tx: Tx) {
  const procedures = await listProcedures(tx);
  const guides = await readCurrentGuides(tx);
  const index = new ProcedureIndex(
    procedures.map(({ code, title, field, audience }) => ({
      code,
      title,
      field,
      audience,
      words: guides.get(code)?.summary ?? '',
    })),
    getSpokenWords(),
  );
  return { index, byCode: new Map(procedures.map((one) => [one.code, one])) };
}
