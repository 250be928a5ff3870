// The sheets of a board that wait to be hung, as one PDF: first the route, then a sheet a page.
import { setImmediate } from 'node:timers/promises';
import { renderPdf, type Tx } from '#lib/platform/index.server.ts';
import { formatDate, formatPhone, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { said, type ProcedureRecord } from '../record/record.ts';
import { viewProcedure } from '../record/public-view.ts';
import { listProcedures } from '../versions/register.server.ts';
import { readRecords } from '../versions/versions.server.ts';
import type { ProcedureVersion } from '../versions/versions.ts';
import type { Sheet } from './board-state.ts';
import { listBoards } from './boards.server.ts';
import { offlineText } from './offline-text.ts';
import { qrPicture } from './qr-picture.server.ts';
import { showSheetCode } from './sheet-code.ts';

export interface SheetData {
  readonly title: string;
  readonly field: string;
  readonly procedureCode: string;
  readonly from: string;
  /** Which edition of the procedure it carries, counted from 1. */
  readonly edition: number;
  readonly decision: string;
  readonly printedOn: string;
  readonly shortCode: string;
  /** Where its code leads; says the edition to whoever reads it without network. */
  readonly scanned: string;
  /** What its other code says by itself. */
  readonly offline: string;
  readonly address: string;
  /** Where to file; empty where nobody says. */
  readonly place: string;
  readonly telephone: string;
  readonly term: string;
  readonly fee: string;
  readonly audience: string;
  readonly result: string;
  readonly groups: readonly { readonly name: string; readonly papers: readonly string[] }[];
  readonly steps: readonly string[];
}

/** Paper of a sheet; A3 is set larger, to be read from further away. */
export type SheetPaper = 'a4' | 'a3';

export interface SheetsData {
  readonly paper: SheetPaper;
  readonly office: string;
  readonly isDemo: boolean;
  readonly printedOn: string;
  readonly route: readonly {
    readonly board: string;
    readonly place: string;
    readonly lines: readonly {
      readonly hang: string;
      readonly take: string;
      readonly title: string;
    }[];
  }[];
  readonly sheets: readonly SheetData[];
}

export interface PrintingOffice {
  readonly name: string;
  /** The address people scan to, `https://xa.example`. */
  readonly origin: string;
  /** Where to file what names no place of its own. */
  readonly address: string;
  readonly isDemo: boolean;
}

/** What is printed for one board, or for all: every sheet made and not hung yet. */
export async function readSheetsData(
  tx: Tx,
  office: PrintingOffice,
  { boardId, paper = 'a4' }: { readonly boardId?: string; readonly paper?: SheetPaper } = {},
): Promise<SheetsData> {
  const boards = (await listBoards(tx)).filter(
    ({ board }) => boardId === undefined || board.id === boardId,
  );
  const holdings = new Map((await listProcedures(tx)).map((one) => [one.code, one]));
  const waiting = boards.flatMap(({ items }) => items.flatMap((item) => item.waiting ?? []));
  const records = await readRecords(
    tx,
    waiting.map(({ recordSha256 }) => recordSha256),
  );
  return {
    paper,
    office: office.name,
    isDemo: office.isDemo,
    printedOn: formatDate(tx.today),
    route: boards
      .map(({ board, items }) => ({
        board: board.name,
        place: board.place,
        lines: items
          .filter(({ state, waiting: next }) => next !== null || state === 'stale')
          .map(({ title, code, posted, waiting: next }) => ({
            hang: next ? showSheetCode(next.shortCode) : '',
            take: posted ? showSheetCode(posted.shortCode) : '',
            title: title || `Mã ${code} (đã bãi bỏ)`,
          })),
      }))
      .filter(({ lines }) => lines.length > 0),
    sheets: waiting.flatMap((sheet): SheetData[] => {
      const record = records.get(sheet.recordSha256);
      const holding = holdings.get(sheet.code);
      return record && holding ? [sheetOf(sheet, record, holding, office)] : [];
    }),
  };
}

function sheetOf(
  sheet: Sheet,
  record: ProcedureRecord,
  holding: ProcedureVersion,
  { name, origin, address: officeAddress, isDemo }: PrintingOffice,
): SheetData {
  const view = viewProcedure(record);
  const address = `${origin}/to/${sheet.shortCode}`;
  const groups = view.groups.map(({ name: group, papers }) => ({
    name: group,
    papers: papers.map((paper) => (paper.counts ? `${paper.name} (${paper.counts})` : paper.name)),
  }));
  const from = formatDate(toPlainDate(holding.effectiveFrom));
  const about = {
    title: record.title,
    from,
    edition: sheet.version,
    printedOn: formatDate(vietnamDate(sheet.printedAt)),
    shortCode: showSheetCode(sheet.shortCode),
    telephone: sheet.telephone === '' ? '' : formatPhone(sheet.telephone),
    place: said(record.address) ?? officeAddress,
  };
  return {
    ...about,
    field: holding.field,
    procedureCode: sheet.code,
    decision: holding.decision,
    scanned: `${address}#${sheet.code}-ban-${sheet.version}-tu-${from.replaceAll('/', '-')}`,
    offline: offlineText({
      ...about,
      ...{ office: name, isDemo, code: sheet.code, term: view.term, fee: view.fee },
      papers: groups.flatMap(({ papers }) => papers),
    }),
    address,
    term: view.term || 'Nguồn không ghi',
    fee: view.fee || 'Nguồn không ghi',
    audience: view.forWhom.join(', ') || 'Nguồn không ghi',
    result: view.result || 'Nguồn không ghi',
    groups,
    steps: view.steps,
  };
}

/** Versions of ISO/IEC 18004: with more modules than these a code of this size no longer reads well. */
const SCANNED = { ecc: 'M', maxVersion: 10 } as const;
const OFFLINE = { ecc: 'L', maxVersion: 20 } as const;

/** Sets what was read; outside any transaction. @throws `print.*` */
export async function printSheetsPdf(data: SheetsData): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [at, { scanned, offline }] of data.sheets.entries()) {
    files[`scanned-${at}.png`] = qrPicture(scanned, SCANNED);
    files[`offline-${at}.png`] = qrPicture(offline, OFFLINE);
    // A code takes milliseconds to make; hundreds of them hold up nobody.
    await setImmediate();
  }
  return renderPdf('procedure-sheets', data, files);
}
