// A table as a file to download: Excel or CSV, by the ending of its address.
import { toCsv, type TableData } from './table.ts';
import { toXlsx } from './workbook.server.ts';

const KINDS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof KINDS;

/** "hoat-dong.xlsx" as the table's name and its format; undefined for any other ending. */
export function tableFileOf(file: string): { name: string; format: TableFormat } | undefined {
  const found = /^([a-z0-9-]+)\.(csv|xlsx)$/.exec(file);
  return found?.[1] ? { name: found[1], format: found[2] as TableFormat } : undefined;
}

/** The answer that lets a browser save the table. @param name of the file, without its ending */
export async function answerTable(
  table: TableData,
  { name, format }: { name: string; format: TableFormat },
): Promise<Response> {
  const body = format === 'csv' ? toCsv(table) : (await toXlsx(table)).slice();
  return fileOf(body, name, format);
}

/** Several tables as one workbook, a sheet each. @param tables at least one */
export async function answerWorkbook(
  tables: readonly TableData[],
  name: string,
): Promise<Response> {
  return fileOf((await toXlsx(tables)).slice(), name, 'xlsx');
}

function fileOf(
  body: string | Uint8Array<ArrayBuffer>,
  name: string,
  format: TableFormat,
): Response {
  return new Response(body, {
    headers: {
      'content-type': KINDS[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
    },
  });
}
