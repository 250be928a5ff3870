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
  /** What is wrong and what to do; `{name}` stands for a detail. */
  readonly message: string;
  /** Words that the rule stops at, for the page of rules. */
  readonly example: string;
}

/** Every rule of the documents room. Ids are stable. */
export const FINDING_RULES = {
  'furniture.around': {
    severity: 'note',
    message:
      'Phần chữ này của trang chứa văn bản, không thuộc văn bản; đã để ngoài các mục. Không cần sửa.',
    example: 'Trang chủ » Tin tức » Văn bản (trên đầu trang chép từ cổng)',
  },
  'publication.late': {
    severity: 'warning',
    message:
      'Văn bản ký ngày {date} nhưng đăng ngày {posted}, chậm {days} ngày. Hãy đăng văn bản ngay khi ban hành.',
    example: 'Ký ngày 10/3, dòng “Đăng lúc 20/5, 08:00” trên trang',
  },
  'reference.no-year': {
    severity: 'warning',
    message: 'Viện dẫn {code} ghi ngày mà thiếu năm. Hãy bổ sung năm ban hành.',
    example: 'Quyết định số 8/QĐ-UBND ngày 4/5 của huyện',
  },
  'reference.impossible-date': {
    severity: 'error',
    message: 'Viện dẫn {code} ghi một ngày không có trong lịch. Hãy đối chiếu văn bản gốc.',
    example: 'Quyết định số 8/QĐ-UBND ngày 30/02/2023',
  },
  'reference.date-after': {
    severity: 'error',
    message:
      'Viện dẫn {code} ghi ngày {date}, sau ngày của chính văn bản này. Hãy kiểm tra lại năm.',
    example: 'Kế hoạch ký tháng 3/2024 viện dẫn công văn ngày 11/4/2024',
  },
  'reference.two-dates': {
    severity: 'warning',
    message:
      'Cùng một văn bản {code} được ghi hai ngày khác nhau: {first} và {second}. Hãy thống nhất.',
    example: 'Nghị định 5/2020/NĐ-CP ngày 1/2/2020 … Nghị định 5/2020/NĐ-CP ngày 2/2/2020',
  },
  'reference.hyphen-lost': {
    severity: 'note',
    message: 'Ký hiệu viết liền “{written}” được hiểu là {code}. Hãy kiểm tra lại.',
    example: 'Nghị quyết số 11NQ/TW',
  },
  'reference.spacing': {
    severity: 'note',
    message: 'Ký hiệu viết “{written}”; viết đúng là {code}, không có dấu cách.',
    example: 'Quyết định 8/QĐ - UBND',
  },
  'header.no-number': {
    severity: 'warning',
    message: 'Số văn bản còn để trống. Hãy lấy số trước khi ban hành.',
    example: 'Số:      /KH-UBND',
  },
  'header.no-date': {
    severity: 'warning',
    message: 'Ngày, tháng ban hành còn để trống. Hãy ghi đủ trước khi ban hành.',
    example: 'Bình Minh, ngày     tháng     năm 2024',
  },
  'header.impossible-date': {
    severity: 'error',
    message: 'Ngày ban hành không có trong lịch (có thể bị dấu đè lên). Hãy ghi lại ngày, tháng.',
    example: 'ngày 31 tháng 6 năm 2024',
  },
  'numbering.duplicate': {
    severity: 'warning',
    message: 'Số thứ tự {number} đứng hai lần trong cùng một phần. Hãy đánh lại số.',
    example: '1. …  2. …  2. …',
  },
  'numbering.gap': {
    severity: 'warning',
    message:
      'Sau {before} là {number}, thiếu số ở giữa. Hãy kiểm tra xem có sót mục hay đánh nhầm số.',
    example: '1. …  3. …',
  },
  'numbering.start': {
    severity: 'note',
    message: 'Mục đầu tiên mang số {number} thay vì {expected}. Hãy kiểm tra lại cách đánh số.',
    example: 'b) …  c) … (không có a)',
  },
  'unit.other-level': {
    severity: 'warning',
    message:
      'Văn bản của cấp {own} lại viết “{word}” ở chỗ nói về địa bàn mình. Hãy kiểm tra, có thể chép từ văn bản khác.',
    example: '“trên địa bàn phường” trong kế hoạch của một xã',
  },
  'words.doubled': {
    severity: 'warning',
    message: 'Từ “{words}” viết lặp hai lần liền nhau. Hãy bỏ bớt một.',
    example: 'UBND xã, xã họp; rà soát các các thủ tục',
  },
  'words.misspelled': {
    severity: 'warning',
    message: '“{written}” có lẽ viết nhầm của “{term}”. Hãy sửa lại.',
    example: 'Công thông tin điện tử',
  },
  'words.two-spellings': {
    severity: 'note',
    message: 'Viết lúc “{first}”, lúc “{second}”. Hãy thống nhất một cách viết trong cả văn bản.',
    example: 'uỷ quyền … ủy quyền',
  },
  'signature.missing': {
    severity: 'warning',
    message: 'Không thấy người ký ở cuối văn bản. Hãy kiểm tra phần chữ ký.',
    example: 'Văn bản dừng ở “CHỦ TỊCH”, không có họ tên',
  },
  'recipients.missing': {
    severity: 'note',
    message: 'Không thấy mục “Nơi nhận”. Hãy kiểm tra phần cuối văn bản.',
    example: 'Văn bản không có mục “Nơi nhận”',
  },
  'header.number-padding': {
    severity: 'warning',
    message: 'Số “{written}” nhỏ hơn 10 phải thêm số 0 phía trước. Hãy ghi “0{written}”.',
    example: 'Số: 2/KH-UBND',
  },
  'header.date-padding': {
    severity: 'warning',
    message:
      'Ngày nhỏ hơn 10 và tháng 1, 2 phải thêm số 0 phía trước. Hãy ghi “ngày {day} tháng {month}”.',
    example: 'ngày 5 tháng 1 năm 2024',
  },
  'header.no-place': {
    severity: 'note',
    message: 'Không thấy địa danh trước ngày ban hành. Hãy ghi địa danh rồi đến dấu phẩy.',
    example: 'ngày 05 tháng 01 năm 2024 (không có “Bình Minh,”)',
  },
  'header.type-symbol': {
    severity: 'error',
    message:
      'Tên loại là {name} nhưng ký hiệu là {symbol}. Hãy sửa ký hiệu hoặc tên loại cho khớp nhau.',
    example: 'KẾ HOẠCH, Số: 15/QĐ-UBND',
  },
  'basis.end-mark': {
    severity: 'note',
    message:
      'Dòng căn cứ này kết thúc bằng “{mark}”. Mỗi dòng căn cứ kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.',
    example: 'Căn cứ Luật …, (dòng sau lại là một căn cứ)',
  },
  'ending.no-mark': {
    severity: 'note',
    message: 'Nội dung không kết thúc bằng dấu “./.”. Hãy thêm dấu để biết văn bản đã hết.',
    example: '… báo cáo Ủy ban nhân dân xã. (rồi đến Nơi nhận)',
  },
  'signature.no-authority': {
    severity: 'warning',
    message:
      'Văn bản của Ủy ban nhân dân do {title} ký thay mặt tập thể nhưng không có “TM. ỦY BAN NHÂN DÂN”. Hãy bổ sung quyền hạn ký.',
    example: 'CHỦ TỊCH … dưới một kế hoạch của Ủy ban nhân dân xã',
  },
  'signature.academic-title': {
    severity: 'warning',
    message: 'Trước họ tên người ký có “{written}”. Hãy bỏ học hàm, học vị ở phần ký.',
    example: 'ThS. Trần Văn Mẫu',
  },
  'recipients.no-archive': {
    severity: 'warning',
    message: 'Nơi nhận không có dòng “Lưu: VT”. Hãy thêm để văn thư lưu bản gốc.',
    example: 'Nơi nhận: - Như trên. (hết)',
  },
  'recipients.archive-form': {
    severity: 'note',
    message: 'Dòng lưu ghi “{written}”. Viết đúng là “Lưu: VT, …” với dấu hai chấm và chữ VT.',
    example: '- Lưu VP.',
  },
  'scan.unsure': {
    severity: 'warning',
    message:
      'Máy không chắc đã nhận đúng “{words}”. Hãy đối chiếu với bản chụp rồi sửa ở mục có chữ này.',
    example: 'Chữ mờ trên bản chụp, nhận ra với độ tin cậy dưới 60 %',
  },
  'layout.page-size': {
    severity: 'warning',
    message: 'Khổ giấy {size} mm, không phải A4 (210 × 297 mm). Hãy chọn lại khổ giấy trong Word.',
    example: 'Tệp Word đặt khổ Letter 216 × 279 mm',
  },
  'layout.margins': {
    severity: 'warning',
    message:
      'Lề {side} {found} mm, quy định {wanted} mm. Hãy chỉnh trong Bố trí trang (Page Setup) của Word.',
    example: 'Lề trái 25 mm thay vì 30–35 mm',
  },
  'layout.font': {
    severity: 'warning',
    message:
      '{percent} % chữ trong văn bản dùng phông {font}. Hãy chọn Times New Roman cho cả văn bản.',
    example: 'Tệp Word gõ bằng Arial, hoặc bằng phông .VnTime',
  },
  'layout.size': {
    severity: 'warning',
    message: 'Phần lớn nội dung dùng cỡ chữ {found}. Hãy dùng cỡ 13 hoặc 14 cho nội dung.',
    example: 'Nội dung cỡ chữ 11',
  },
  'layout.colour': {
    severity: 'note',
    message: '{percent} % chữ có màu khác màu đen. Hãy để chữ màu đen.',
    example: 'Chữ màu xanh chép từ trang mạng',
  },
} as const satisfies Record<string, FindingRule>;

/** Rules that need the register beside the text. */
export const REGISTER_RULES = {
  'reference.not-in-force': {
    severity: 'warning',
    message:
      'Văn bản viện dẫn {code} {state} theo sổ văn bản. Hãy viện dẫn văn bản đang có hiệu lực.',
    example: 'Căn cứ một nghị định mà sổ đã ghi bị thay thế',
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
