// The demo's monthly case figures, declared by the editorial secretary at the times the file names.
import type { Person } from '#lib/platform/index.ts';
import { declareFigures } from '#lib/onestop/index.server.ts';
import { toInstant, toMonthKey } from '#lib/vietnam/index.ts';
import type { DemoData } from '../demo-data.ts';
import type { Happening } from './acts.server.ts';
import type { DemoOffice } from './office.server.ts';
import { writeAs } from './plan.server.ts';

export function figuresToDeclare(data: DemoData, office: DemoOffice, editor: Person): Happening[] {
  return data.caseFigures.map((row) => {
    const at = toInstant(row.cap_nhat_luc);
    const declaration = {
      month: toMonthKey(row.thang),
      early: row.truoc_han,
      onTime: row.dung_han,
      late: row.tre_han,
      source: row.nguon,
    };
    const happen = async () => {
      await writeAs(office, editor)(at, (tx) => declareFigures(tx, declaration));
    };
    return { at, happen };
  });
}
