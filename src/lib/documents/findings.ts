// The catalogue of findings: what is found, how grave it is, and what to do about it.
import type { Span } from './spans.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A place of the document that somebody should look at. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** In Vietnamese: what is wrong and what to do. */
  message: string;
  span: Span;
}

export interface FindingRule {
  readonly severity: Severity;
  /** `{name}` stands for a detail. */
  readonly message: string;
}

/** Every rule of the documents room. Ids are stable. */
export const FINDING_RULES = {
  'furniture.around': {
    severity: 'note',
    message:
      'Phần chữ này của trang chứa văn bản, không thuộc văn bản; đã để ngoài các mục. Không cần sửa.',
  },
  'publication.late': {
    severity: 'warning',
    message:
      'Văn bản ký ngày {date} nhưng đăng ngày {posted}, chậm {days} ngày. Hãy đăng văn bản ngay khi ban hành.',
  },
  'reference.no-year': {
    severity: 'warning',
    message: 'Viện dẫn {code} ghi ngày mà thiếu năm. Hãy bổ sung năm ban hành.',
  },
  'reference.impossible-date': {
    severity: 'error',
    message: 'Viện dẫn {code} ghi một ngày không có trong lịch. Hãy đối chiếu văn bản gốc.',
  },
  'reference.date-after': {
    severity: 'error',
    message:
      'Viện dẫn {code} ghi ngày {date}, sau ngày của chính văn bản này. Hãy kiểm tra lại năm.',
  },
  'reference.two-dates': {
    severity: 'warning',
    message:
      'Cùng một văn bản {code} được ghi hai ngày khác nhau: {first} và {second}. Hãy thống nhất.',
  },
  'reference.hyphen-lost': {
    severity: 'note',
    message: 'Ký hiệu viết liền “{written}” được hiểu là {code}. Hãy kiểm tra lại.',
  },
  'reference.spacing': {
    severity: 'note',
    message: 'Ký hiệu viết “{written}”; viết đúng là {code}, không có dấu cách.',
  },
  'header.no-number': {
    severity: 'warning',
    message: 'Số văn bản còn để trống. Hãy lấy số trước khi ban hành.',
  },
  'header.no-date': {
    severity: 'warning',
    message: 'Ngày, tháng ban hành còn để trống. Hãy ghi đủ trước khi ban hành.',
  },
  'header.impossible-date': {
    severity: 'error',
    message: 'Ngày ban hành không có trong lịch (có thể bị dấu đè lên). Hãy ghi lại ngày, tháng.',
  },
  'numbering.duplicate': {
    severity: 'warning',
    message: 'Số thứ tự {number} đứng hai lần trong cùng một phần. Hãy đánh lại số.',
  },
  'numbering.gap': {
    severity: 'warning',
    message:
      'Sau {before} là {number}, thiếu số ở giữa. Hãy kiểm tra xem có sót mục hay đánh nhầm số.',
  },
  'numbering.start': {
    severity: 'note',
    message: 'Mục đầu tiên mang số {number} thay vì {expected}. Hãy kiểm tra lại cách đánh số.',
  },
  'unit.other-level': {
    severity: 'warning',
    message:
      'Văn bản của cấp {own} lại viết “{word}” ở chỗ nói về địa bàn mình. Hãy kiểm tra, có thể chép từ văn bản khác.',
  },
  'words.doubled': {
    severity: 'warning',
    message: 'Từ “{words}” viết lặp hai lần liền nhau. Hãy bỏ bớt một.',
  },
  'words.misspelled': {
    severity: 'warning',
    message: '“{written}” có lẽ viết nhầm của “{term}”. Hãy sửa lại.',
  },
  'words.two-spellings': {
    severity: 'note',
    message: 'Viết lúc “{first}”, lúc “{second}”. Hãy thống nhất một cách viết trong cả văn bản.',
  },
  'signature.missing': {
    severity: 'warning',
    message: 'Không thấy người ký ở cuối văn bản. Hãy kiểm tra phần chữ ký.',
  },
  'recipients.missing': {
    severity: 'note',
    message: 'Không thấy mục “Nơi nhận”. Hãy kiểm tra phần cuối văn bản.',
  },
} as const satisfies Record<string, FindingRule>;

export type FindingId = keyof typeof FINDING_RULES;

/** Makes a finding of the catalogue. */
export function finding(
  rule: FindingId,
  span: Span,
  details: Record<string, string | number> = {},
): Finding {
  return makeFinding(rule, FINDING_RULES[rule], span, details);
}

/** Makes a finding from any room's catalogue. */
export function makeFinding(
  rule: string,
  entry: FindingRule,
  span: Span,
  details: Record<string, string | number> = {},
): Finding {
  const message = entry.message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in details ? String(details[name]) : whole,
  );
  return { rule, severity: entry.severity, message, span };
}
