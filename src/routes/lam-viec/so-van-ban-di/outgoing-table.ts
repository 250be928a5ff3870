// The outgoing register as a table for sheets, in the ten columns of Decree 30/2020/NĐ-CP, appendix IV.
import type { OutgoingLine } from '#lib/documents/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import { typeName } from '../../document-parts/names.ts';

/** Lines in the order given. */
export function outgoingTable(lines: readonly OutgoingLine[], source: string): TableData {
  return {
    title: 'Sổ đăng ký văn bản đi',
    source,
    columns: [
      { head: 'Số, ký hiệu văn bản', kind: 'code' },
      { head: 'Ngày, tháng văn bản', kind: 'date' },
      { head: 'Tên loại và trích yếu nội dung', kind: 'text' },
      { head: 'Người ký', kind: 'text' },
      { head: 'Nơi nhận văn bản', kind: 'text' },
      { head: 'Đơn vị, người nhận bản lưu', kind: 'text' },
      { head: 'Số lượng bản', kind: 'number' },
      { head: 'Ngày chuyển', kind: 'date' },
      { head: 'Ký nhận', kind: 'text' },
      { head: 'Ghi chú', kind: 'text' },
    ],
    rows: lines.map((line) => [
      line.code,
      line.issuedOn,
      `${typeName(line.type)}: ${line.title}`,
      line.signer,
      sentTo(line).join('; '),
      keptBy(line),
      line.copies,
      null,
      null,
      line.cancelled ? `Đã hủy: ${line.cancelled.reason}` : null,
    ]),
  };
}

/** What in Loa a number belongs to, and where to open it. */
export function subjectOf({ type, id }: NonNullable<OutgoingLine['subject']>) {
  const place = PLACES[type];
  return place ? { href: `${place.path}/${id}`, words: place.words } : null;
}

const PLACES: Readonly<Record<string, { readonly path: string; readonly words: string }>> = {
  report: { path: '/lam-viec/bao-cao', words: 'Mở báo cáo' },
  composition: { path: '/lam-viec/ke-hoach/soan', words: 'Mở bản soạn kế hoạch' },
  urging: { path: '/lam-viec/don-doc', words: 'Mở lần đôn đốc, kiểm tra' },
};

/** Recipients without the archive. */
export function sentTo({ recipients }: Pick<OutgoingLine, 'recipients'>): string[] {
  return recipients.split('\n').filter((line) => !isArchive(line));
}

/** "VT" of the line "Lưu: VT". */
export function keptBy({ recipients }: Pick<OutgoingLine, 'recipients'>): string | null {
  const line = recipients.split('\n').find(isArchive);
  return line?.replace(/^[-–\s]*Lưu\s*:?\s*/iu, '') ?? null;
}

function isArchive(line: string): boolean {
  return /^[-–\s]*Lưu\b/iu.test(line);
}
