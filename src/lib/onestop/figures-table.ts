// The declared figures as a CSV that can be read back: open data, one line a month.
import type { CaseBox } from './figures.ts';

const HEADING = 'thang,truoc_han,dung_han,truoc_va_dung_han,tre_han,nguon,cap_nhat_luc,so_lan_sua';

/** UTF-8 with a byte order mark, so that Excel shows the accents. */
export function figuresCsv(box: CaseBox | undefined): string {
  const lines = (box?.months ?? []).map(({ month, current, earlyAndOnTime, replaced }) =>
    [
      month,
      current.early ?? '',
      current.early === null ? '' : current.onTime,
      earlyAndOnTime,
      current.late,
      quote(current.source),
      current.declaredAt,
      replaced.length,
    ].join(','),
  );
  return `\uFEFF${[HEADING, ...lines].join('\r\n')}\r\n`;
}

/** Quoted; a leading sign that a spreadsheet would run as a formula is kept from it. */
function quote(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
