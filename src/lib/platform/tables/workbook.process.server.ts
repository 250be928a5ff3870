// A process of its own that reads one workbook and ends: bytes on standard input, its cells as JSON on
// standard output. What a file that unpacks without end does to it dies with it.
import { buffer } from 'node:stream/consumers';
import { Workbook, type Cell, type Row, type Worksheet } from '@cj-tech-master/excelts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { SheetCell, SheetCells, SheetRow } from './sheet-cells.ts';

const EMPTY: SheetCell = { text: '', kind: 'text' };
/** A sheet wider than this is a page layout, not a table. */
const MOST_COLUMNS = 60;

const workbook = new Workbook();
await workbook.xlsx.load((await buffer(process.stdin)) as unknown as ArrayBuffer);
process.stdout.write(JSON.stringify(workbook.worksheets.flatMap(cellsOf)));

function cellsOf(sheet: Worksheet): SheetCells[] {
  // What nobody sees is nothing an officer means to publish.
  if (sheet.state !== 'visible') return [];
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (row.hidden) return;
    const cells = rowCells(row);
    if (cells.some(({ text }) => text !== '')) rows.push({ number, cells });
  });
  return [{ name: sheet.name, rows }];
}

function rowCells(row: Row): SheetCell[] {
  const width = Math.min(row.cellCount, MOST_COLUMNS);
  return Array.from({ length: width }, (_, at) => cellOf(row.getCell(at + 1)));
}

/** A merged cell says its words once, where they begin. */
function cellOf(cell: Cell): SheetCell {
  if (cell.isMerged && cell.master.address !== cell.address) return EMPTY;
  const { value } = cell;
  const shown =
    typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  if (shown instanceof Date) {
    return { text: formatDate(toPlainDate(shown.toISOString().slice(0, 10))), kind: 'date' };
  }
  if (typeof shown === 'number') return { text: String(shown), kind: 'number' };
  if (typeof shown === 'object' && shown !== null && 'error' in shown) {
    return { text: String(shown.error), kind: 'error' };
  }
  return { text: cell.text.normalize('NFC').replace(/\r\n?/g, '\n').trim(), kind: 'text' };
}
