// The sheets of a week as one PDF, a place on its own pages, to be handed out.
import { renderSVG } from 'uqr';
import { renderPdf, type Tx } from '#lib/platform/index.server.ts';
import { addDays, formatDate, vietnamDate, type PlainDate } from '#lib/vietnam/index.ts';
import { weekOf } from '../occurrences/week.ts';
import { requireCan } from '../permissions.ts';
import { readSheetsOf, type SheetView } from './confirm.server.ts';
import { sheetError } from './errors.ts';

export interface WeekSheetsData {
  readonly office: string;
  readonly isDemo: boolean;
  readonly printedOn: string;
  readonly sheets: readonly {
    readonly place: string;
    readonly isVillage: boolean;
    readonly week: string;
    /** Who confirms; '' where nobody can. */
    readonly head: string;
    readonly qr: string;
    readonly until: string;
    readonly late: readonly PrintedDuty[];
    readonly due: readonly PrintedDuty[];
    readonly relays: readonly {
      readonly number: string;
      readonly title: string;
      readonly paragraphs: readonly string[];
    }[];
  }[];
}

interface PrintedDuty {
  readonly text: string;
  readonly name: string;
  readonly due: string;
}

export interface SheetsToPrint {
  /** Any day of the week. */
  readonly day: PlainDate;
  readonly unitId?: string;
  /** As it stands at the head of the page. */
  readonly office: string;
  /** What QR codes lead to: `https://xa.example`. */
  readonly origin: string;
  readonly isDemo: boolean;
}

/** @throws LoaError `access.*`, `sheet.nothing-to-print` */
export async function readWeekSheets(
  tx: Tx,
  { day, unitId, office, origin, isDemo }: SheetsToPrint,
): Promise<WeekSheetsData> {
  requireCan(tx.actor, 'sheet.print', { ...(unitId !== undefined && { unitId }) });
  const sheets = await readSheetsOf(tx, weekOf(day).from, unitId);
  const printed = sheets
    .map((sheet) => ({ ...sheet, lines: sheet.lines.filter(({ done }) => !done) }))
    .filter(({ lines }) => lines.length > 0);
  if (printed.length === 0) throw sheetError('sheet.nothing-to-print');
  return {
    office,
    isDemo,
    printedOn: formatDate(tx.today),
    sheets: printed.map((sheet) => printSheet(sheet, origin)),
  };
}

/** Sets what was read; outside any transaction. @throws `print.*` */
export function printWeekSheets(data: WeekSheetsData): Promise<Uint8Array> {
  return renderPdf('week-sheets', data);
}

function printSheet(sheet: SheetView, origin: string): WeekSheetsData['sheets'][number] {
  const duties = sheet.lines.flatMap((line) => (line.kind === 'duty' ? [line] : []));
  const asPrinted = ({ text, name, due }: (typeof duties)[number]): PrintedDuty => ({
    text,
    name,
    due: formatDate(due),
  });
  const relays = sheet.lines.flatMap((line) => (line.kind === 'relay' ? [line] : []));
  return {
    place: sheet.place,
    isVillage: sheet.isVillage,
    week: `${formatDate(sheet.week)} – ${formatDate(addDays(sheet.week, 6))}`,
    head: sheet.head ?? '',
    qr: renderSVG(`${origin}/xac-nhan/tuan/${sheet.name}`, { ecc: 'M', border: 0 }),
    until: formatDate(vietnamDate(sheet.expiresAt)),
    late: duties.filter(({ due }) => due < sheet.week).map(asPrinted),
    due: duties.filter(({ due }) => due >= sheet.week).map(asPrinted),
    relays: relays.map(({ number, title, body }) => ({
      number,
      title,
      paragraphs: body
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    })),
  };
}
