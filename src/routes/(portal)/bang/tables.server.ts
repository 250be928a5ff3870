// The tables everyone may take away. They are built from what is already public: published plans, public
// acts, declared figures; the privacy guard stood before each of them when it was published.
import { foldFigures, monthsTable } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import { actsTable, coverageTable } from '#lib/plans/index.ts';
import { getActKinds, listPublicActs } from '#lib/plans/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { getCoverageBySlug } from '../ke-hoach-va-ket-qua/[plan]/plan-coverage.server.ts';

type Tx = Parameters<typeof listPublicActs>[0];

/** Newest first; the whole record is open data under /api/v1/acts, page by page. */
const MOST = 5000;

export const publicTables: Readonly<
  Record<string, (tx: Tx, query: URLSearchParams) => Promise<TableData>>
> = {
  'ket-qua-giai-quyet-tthc': async (tx, query) => {
    const asked = Number(query.get('nam'));
    const year = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
    return monthsTable(foldFigures(await listFigureVersions(tx), { asOf: null, year }));
  },
  'do-phu': async (tx, query) => {
    const { coverage } = await getCoverageBySlug(tx, query.get('ke-hoach') ?? '');
    return coverageTable(coverage, {
      title: 'Độ phủ tuyên truyền',
      source: `${coverage.plan.title}. ${until(tx)}`,
    });
  },
  'hoat-dong': async (tx, query) => {
    const slug = query.get('ke-hoach');
    const plan = slug ? (await getCoverageBySlug(tx, slug)).coverage.plan : undefined;
    const filter = plan ? { planId: plan.id } : {};
    const { acts } = await listPublicActs(tx, filter, { size: MOST, start: 0 });
    return actsTable(acts, getActKinds(), {
      title: 'Hoạt động tuyên truyền đã công khai',
      source: `${plan ? `${plan.title}. ` : ''}${until(tx)}. Ô trống là chưa báo, không phải 0.`,
    });
  },
};

function until(tx: Tx): string {
  return `Theo ghi nhận đến hết ngày ${formatDate(toPlainDate(tx.today))}`;
}
