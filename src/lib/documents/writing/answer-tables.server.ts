// The tables of a document as files to download: all of them as one workbook, each alone as CSV.
import { answerTable, answerWorkbook } from '#lib/platform/index.server.ts';
import type { WrittenDocument } from './official-document.ts';
import { paperTables } from './paper-tables.ts';

/**
 * The answer that lets a browser save the document's tables; undefined where there is no such table.
 * @param file `bang.xlsx` for all, `bang-2.csv` for the second
 * @param name of the file to be saved, without its ending
 */
export async function answerPaperTables(
  document: WrittenDocument,
  file: string,
  name: string,
): Promise<Response | undefined> {
  const tables = paperTables(document);
  if (file === 'bang.xlsx') {
    return tables.length > 0 ? answerWorkbook(tables, name) : undefined;
  }
  const number = /^bang-([1-9]\d{0,3})\.csv$/.exec(file)?.[1];
  const table = number === undefined ? undefined : tables[Number(number) - 1];
  return table && answerTable(table, { name: `${name}-bang-${String(number)}`, format: 'csv' });
}
