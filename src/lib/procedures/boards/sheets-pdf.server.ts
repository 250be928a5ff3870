// The sheets of a board that wait to be hung, as one PDF: first the route, then a sheet a page.
import { renderSVG } from 'uqr';
import { renderPdf, type Tx } from '#lib/platform/index.server.ts';
import { formatDate, formatPhone, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { viewProcedure } from '../record/public-view.ts';
import { readRecords } from '../versions/versions.server.ts';
import { listProcedures } from '../versions/register.server.ts';
import { listBoards } from './boards.server.ts';
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
  readonly qr: string;
  readonly address: string;
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

/**
 * What is printed for one board, or for all: every sheet made and not hung yet.
 * @param office its name and the address people scan to, `https://xa.example`
 */
export async function readSheetsData(
  tx: Tx,
  office: { readonly name: string; readonly origin: string; readonly isDemo: boolean },
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
      if (!record || !holding) return [];
      const view = viewProcedure(record);
      const address = `${office.origin}/to/${sheet.shortCode}`;
      return [
        {
          title: record.title,
          field: holding.field,
          procedureCode: sheet.code,
          from: formatDate(toPlainDate(holding.effectiveFrom)),
          edition: sheet.version,
          decision: holding.decision,
          printedOn: formatDate(vietnamDate(sheet.printedAt)),
          shortCode: showSheetCode(sheet.shortCode),
          qr: renderSVG(address, { ecc: 'M', border: 0 }),
          address,
          telephone: sheet.telephone === '' ? '' : formatPhone(sheet.telephone),
          term: view.term || 'Nguồn không ghi',
          fee: view.fee || 'Nguồn không ghi',
          audience: view.forWhom.join(', ') || 'Nguồn không ghi',
          result: view.result || 'Nguồn không ghi',
          groups: view.groups.map(({ name, papers }) => ({
            name,
            papers: papers.map((paper) =>
              paper.counts ? `${paper.name} (${paper.counts})` : paper.name,
            ),
          })),
          steps: view.steps,
        },
      ];
    }),
  };
}

/** Sets what was read; outside any transaction. @throws `print.*` */
export function printSheetsPdf(data: SheetsData): Promise<Uint8Array> {
  return renderPdf('procedure-sheets', data);
}
