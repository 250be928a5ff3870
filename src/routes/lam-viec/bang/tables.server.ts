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
  listActs,
  listDutiesInTime,
} from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { dayAsked, endOfDay } from '../do-phu/as-of.ts';
import { partName } from '../../document-parts/consultation-words.ts';
import { actFilterOf } from '../hoat-dong/filter.server.ts';
import { consultationTable } from '../lay-y-kien/consultation-table.ts';
import { chosenDuties } from '../nhiem-vu/chosen.ts';
import { outgoingFilterOf } from '../so-van-ban-di/filter.ts';
import { outgoingTable } from '../so-van-ban-di/outgoing-table.ts';
import { dayOf } from '../van-ban/day.server.ts';
import { registerFilterOf } from '../van-ban/filter.ts';
import { registerTable } from '../van-ban/register-table.ts';

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

function asOf(tx: Tx, day: string = tx.today): string {
  return `Theo ghi nhận đến hết ngày ${formatDate(toPlainDate(day))}`;
}
