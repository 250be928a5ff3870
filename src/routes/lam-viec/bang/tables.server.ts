// The tables of the desk that can be taken away as files: each is what its page lists, whole, by the
// same filter. Their use cases ask who may see them.
import {
  getConsultation,
  listComments,
  listEntries,
  listOutgoing,
} from '#lib/documents/index.server.ts';
import { foldFigures, monthsTable } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import { actsTable, coverageTable, dutiesTable } from '#lib/plans/index.ts';
import {
  findCurrentPlanId,
  getActKinds,
  getCoverage,
  getDutyCoverage,
  getVillageCoverage,
  listActs,
  listCommendations,
  listDutiesInTime,
  listUrgings,
} from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { readReport } from '#lib/reports/index.server.ts';
import { formatDate, formatLongMonth, toPlainDate } from '#lib/vietnam/index.ts';
import { readReadership } from '#lib/portal/index.server.ts';
import { countedBy, countedTable } from '../bao-cao/[id]/so-lieu/counted.ts';
import { dayAsked, endOfDay } from '../do-phu/as-of.ts';
import { partName } from '../../document-parts/consultation-words.ts';
import { readAsked } from '../do-phu/asked.server.ts';
import { actFilterOf } from '../hoat-dong/filter.server.ts';
import { consultationTable } from '../lay-y-kien/consultation-table.ts';
import { chosenDuties } from '../nhiem-vu/chosen.ts';
import { outgoingFilterOf } from '../so-van-ban-di/filter.ts';
import { outgoingTable } from '../so-van-ban-di/outgoing-table.ts';
import { dayOf } from '../van-ban/day.server.ts';
import { registerFilterOf } from '../van-ban/filter.ts';
import { registerTable } from '../van-ban/register-table.ts';
import {
  commendationsTable,
  dutyFiguresTable,
  readershipTable,
  urgingsTable,
  villagesTable,
} from './register-tables.ts';

type Tx = Parameters<typeof listActs>[0];
interface Asked {
  readonly tx: Tx;
  readonly url: URL;
  readonly locals: App.Locals;
}

/** Above any register a commune keeps in years; one sheet still opens on an old computer. */
const MOST = 20_000;

export const tables: Readonly<Record<string, (asked: Asked) => Promise<TableData>>> = {
  'hoat-dong': async ({ tx, url }) => {
    const { acts } = await listActs(tx, actFilterOf(url.searchParams), { size: MOST, start: 0 });
    return actsTable(acts, getActKinds(), {
      title: 'Sổ hoạt động tuyên truyền',
      source: `${asOf(tx)}. Ô trống ở cột số lượng là chưa báo, không phải 0.`,
    });
  },
  'nhiem-vu': async ({ tx, url }) =>
    dutiesTable(chosenDuties(await listDutiesInTime(tx), url.searchParams).duties, {
      title: 'Nhiệm vụ và các kỳ thực hiện',
      source: asOf(tx),
    }),
  'do-phu': async ({ tx, url }) => {
    const planId = url.searchParams.get('ke-hoach') ?? (await findCurrentPlanId(tx));
    if (!planId) throw platformError('record.not-found', { what: 'kế hoạch đang thực hiện' });
    const day = dayAsked(url.searchParams, tx.today);
    const { plan, coverage } = await getCoverage(tx, planId, { asOf: endOfDay(day) });
    const { months } = coverage;
    const cells = coverage.cells.map(({ actIds, ...cell }) => ({ ...cell, acts: actIds.length }));
    return coverageTable(
      { ...plan, months, cells },
      { title: 'Độ phủ tuyên truyền', source: `${plan.title}. ${asOf(tx, day)}` },
    );
  },
  'do-phu-nhiem-vu': async ({ tx, url }) => {
    const { planId, plan, options, source } = await spanAsked(tx, url);
    const cells = await getDutyCoverage(tx, planId, options);
    return dutyFiguresTable(cells, `${plan.title}. ${source}`);
  },
  'do-phu-thon': async ({ tx, url }) => {
    const { planId, plan, options, source } = await spanAsked(tx, url);
    const reading = await getVillageCoverage(tx, planId, options);
    return villagesTable(reading, `${plan.title}. ${source}`);
  },
  'don-doc': async ({ tx }) => urgingsTable(await listUrgings(tx), asOf(tx)),
  'khen-thuong': async ({ tx, url }) => {
    const wanted = url.searchParams.get('loai');
    const kind =
      wanted === 'han-che' ? 'shortcoming' : wanted === 'dien-hinh' ? 'praise' : undefined;
    return commendationsTable(await listCommendations(tx, kind && { kind }), asOf(tx));
  },
  'nguoi-doc': async ({ tx, url }) => {
    const asked = Number(url.searchParams.get('ngay'));
    const figures = await readReadership(tx, [7, 30, 90].includes(asked) ? asked : 30);
    const [from, to] = [figures.from, figures.to].map((day) => formatDate(toPlainDate(day)));
    return readershipTable(figures, `Từ ${from ?? ''} đến ${to ?? ''}`);
  },
  'so-lieu-bao-cao': async ({ tx, url }) => {
    const report = await readReport(tx, url.searchParams.get('bao-cao') ?? '');
    const name = url.searchParams.get('ten') ?? '';
    const counted = countedBy(report, name);
    if (!counted) throw platformError('record.not-found', { what: 'số liệu này trong báo cáo' });
    return countedTable(counted, name, report.written.about);
  },
  'giai-quyet-ho-so': async ({ tx, url }) => {
    const year = Number(url.searchParams.get('nam'));
    const versions = await listFigureVersions(tx);
    const asked = Number.isSafeInteger(year) && year > 0 ? year : undefined;
    return monthsTable(foldFigures(versions, { asOf: null, year: asked }));
  },
  'so-van-ban-di': async ({ tx, url }) => {
    const filter = outgoingFilterOf(url.searchParams, tx.today);
    const { lines } = await listOutgoing(tx, filter, { size: MOST, start: 0 });
    const inOrder = [...lines].reverse();
    return outgoingTable(inOrder, `Năm ${String(filter.year)}. ${asOf(tx)}`);
  },
  'y-kien-gop-y': async ({ tx, url }) => {
    const { id, title, paper } = await getConsultation(tx, url.searchParams.get('lan') ?? '');
    const comments = (await listComments(tx, id)).map((comment) => {
      return { ...comment, about: partName(paper, comment.part) };
    });
    return consultationTable(comments, title, asOf(tx));
  },
  'so-van-ban': async ({ tx, url, locals }) => {
    const day = dayOf(locals, url);
    const { entries } = await listEntries(tx, day, registerFilterOf(url.searchParams), {
      size: MOST,
      start: 0,
    });
    return registerTable(entries, `Hiệu lực xét ngày ${formatDate(toPlainDate(day))}`);
  },
};

/** Which plan over which of its months, as the pages of coverage ask it. */
async function spanAsked(tx: Tx, url: URL) {
  const { plan, months, asOf: until, asOfDay } = await readAsked(tx, url.searchParams);
  const [from, to] = [months[0], months.at(-1)];
  if (!plan || !from || !to) {
    throw platformError('record.not-found', { what: 'kế hoạch đang thực hiện' });
  }
  return {
    planId: plan.id,
    plan,
    options: { ...(until && { asOf: until }), months: { from, to } },
    source: `Từ ${formatLongMonth(from)} đến ${formatLongMonth(to)}. ${asOf(tx, asOfDay ?? tx.today)}`,
  };
}

function asOf(tx: Tx, day: string = tx.today): string {
  return `Theo ghi nhận đến hết ngày ${formatDate(toPlainDate(day))}`;
}
