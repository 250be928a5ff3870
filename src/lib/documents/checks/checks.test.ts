// Every rule: cases in which somebody should be told, and near misses in which nobody should.
import { describe, expect, test } from 'vitest';
import { checkDocument, cleanText, FINDING_RULES, readDocumentText } from '../index.ts';

interface Given {
  body?: string;
  agency?: string;
  date?: string;
  number?: string;
  before?: string;
  after?: string;
  end?: string;
}

const SIGNED =
  'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu';

/** A plan of a commune around the words that are tried. */
function rulesIn(given: Given): string[] {
  const text = cleanText(
    [
      given.before ?? '',
      given.agency ?? 'ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH',
      `Số: ${given.number ?? '12'}/KH-UBND`,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      `Bình Minh, ${given.date ?? 'ngày 10 tháng 3 năm 2024'}`,
      'KẾ HOẠCH\nThử các quy tắc năm 2024',
      `I. NỘI DUNG\n\n1. ${given.body ?? 'Làm tốt mọi việc.'}`,
      given.end ?? SIGNED,
      given.after ?? '',
    ].join('\n\n'),
  );
  return checkDocument({ text, read: readDocumentText(text) }).map(({ rule }) => rule);
}

test('a sound document has no findings', () => {
  expect(rulesIn({})).toEqual([]);
});

interface Rule {
  hits: Given[];
  misses: Given[];
}

const bodies = (...list: string[]): Given[] => list.map((body) => ({ body }));

const RULES: Partial<Record<keyof typeof FINDING_RULES, Rule>> = {
  'furniture.around': {
    hits: [
      { before: 'Trang chủ » Tin tức' },
      { after: 'Lượt xem: 15' },
      { before: 'Menu', after: 'Bản quyền thuộc về cổng' },
    ],
    misses: [
      {},
      { after: '[1] Chú thích cuối trang.' },
      { after: 'PHỤ LỤC I\nDANH SÁCH\n\n1. Thôn Một.' },
    ],
  },
  'publication.late': {
    hits: [
      { before: 'Tin mới\n20/05/2024 08:00' },
      { before: 'Đăng lúc 01/04/2024 - 10:15:20' },
      { after: 'Đăng ngày 30/03/2024, 7:05' },
    ],
    misses: [
      { before: 'Tin mới\n12/03/2024 08:00' },
      { before: 'Cuộc họp ngày 20/05/2024' },
      { after: 'Số liệu (Cập nhật lúc: 05/12/2024 12:24)' },
    ],
  },
  'reference.no-year': {
    hits: bodies(
      'Theo Quyết định số 8/QĐ-UBND ngày 4/5 của huyện.',
      'Thực hiện Công văn 19/SNV-VP ngày 7 tháng 8 của Sở Nội vụ.',
      'Chỉ thị số 3/CT-UBND, ngày 9/9 của tỉnh.',
    ),
    misses: bodies(
      'Theo Quyết định số 8/QĐ-UBND ngày 4/5/2023 của huyện.',
      'Theo Quyết định số 8/QĐ-UBND của huyện.',
      'Họp ngày 4/5 tại hội trường.',
    ),
  },
  'reference.impossible-date': {
    hits: bodies(
      'Quyết định số 8/QĐ-UBND ngày 30/02/2023.',
      'Kế hoạch số 1/KH-UBND ngày 31 tháng 4 năm 2023.',
      'Công văn số 2/UBND-VP ngày 12/13/2023.',
    ),
    misses: bodies(
      'Quyết định số 8/QĐ-UBND ngày 29/02/2020.',
      'Quyết định số 8/QĐ-UBND ngày 30/4/2023.',
      'Sự việc ngày 30/02/2023 là nhầm.',
    ),
  },
  'reference.date-after': {
    hits: bodies(
      'Quyết định số 8/QĐ-UBND ngày 11/3/2024.',
      'Kế hoạch số 1/KH-UBND ngày 01 tháng 01 năm 2025.',
      'Luật số 1/2024/QH15 ngày 20/11/2024.',
    ),
    misses: bodies(
      'Quyết định số 8/QĐ-UBND ngày 10/3/2024.',
      'Báo cáo trước ngày 20/11/2024.',
      'Quyết định số 8/QĐ-UBND ngày 09/3/2024.',
    ),
  },
  'reference.two-dates': {
    hits: bodies(
      'Nghị định 5/2020/NĐ-CP ngày 1/2/2020; Nghị định 5/2020/NĐ-CP ngày 2/2/2020.',
      'Thông tư 7/2021/TT-BNV ngày 03/4/2021 và Thông tư 7/2021/TT-BNV ngày 13/4/2021.',
      'Luật số 9/2019/QH14 ngày 5/6/2019, Luật số 9/2019/QH14 ngày 6/5/2019.',
    ),
    misses: bodies(
      'Nghị định 5/2020/NĐ-CP ngày 1/2/2020; Nghị định 5/2020/NĐ-CP ngày 01 tháng 02 năm 2020.',
      'Nghị định 5/2020/NĐ-CP ngày 1/2/2020; Nghị định 6/2020/NĐ-CP ngày 2/2/2020.',
      'Kế hoạch 5/KH-UBND ngày 1/2/2020 của tỉnh; Kế hoạch 5/KH-UBND ngày 9/2/2020 của xã.',
    ),
  },
  'reference.hyphen-lost': {
    hits: bodies(
      'Nghị quyết số 11NQ/TW về nông thôn.',
      'Chỉ thị 5CT/TU ngày 1/2/2023.',
      'Kết luận số 8KL/TW.',
    ),
    misses: bodies(
      'Nghị quyết số 11-NQ/TW về nông thôn.',
      'Nghị quyết số 11/NQ-CP.',
      'Căn hộ 11NQ trên tầng hai.',
    ),
  },
  'reference.spacing': {
    hits: bodies('Quyết định 8/QĐ - UBND.', 'Quyết định 8 /QĐ-UBND.', 'Luật số 3/2020/QH 14.'),
    misses: bodies('Quyết định 8/QĐ-UBND.', 'Luật số 3/2020/QH14.', 'Chương trình 4-CTr/TU.'),
  },
  'header.no-number': {
    hits: [{ number: '      ' }, { number: '....' }, { number: '……' }],
    misses: [{ number: '07' }, { number: '0125' }, { number: '3 ' }],
  },
  'header.no-date': {
    hits: [
      { date: 'ngày      tháng     năm 2024' },
      { date: 'ngày … tháng 3 năm 2024' },
      { date: 'ngày     tháng 03 năm 2024' },
    ],
    misses: [
      { date: 'ngày 1 tháng 2 năm 2024' },
      { date: 'ngày01 tháng 02 năm2024' },
      { date: 'ngày\n1 tháng 2 năm 2024' },
    ],
  },
  'header.impossible-date': {
    hits: [
      { date: 'ngày 31 tháng 6 năm 2024' },
      { date: 'ngày 15 tháng 54 năm 2024' },
      { date: 'ngày 00 tháng 5 năm 2024' },
    ],
    misses: [
      { date: 'ngày 29 tháng 02 năm 2024' },
      { date: 'ngày 31 tháng 12 năm 2024' },
      { date: 'ngày    tháng 6 năm 2024' },
    ],
  },
  'numbering.duplicate': {
    hits: bodies(
      'Một.\n\n2. Hai.\n\n2. Hai nữa.',
      'Một.\n\na) A.\n\nb) B.\n\nb) C.',
      'Một.\n\nI. LẠI MỘT\n\nI. NỮA',
    ),
    misses: bodies(
      'Một.\n\n2. Hai.\n\n3. Ba.',
      'Một.\n\n2. Hai.\n\nII. PHẦN KHÁC\n\n1. Một.\n\n2. Hai.',
      'Một.\n\n- Gạch.\n\n- Gạch.',
    ),
  },
  'numbering.gap': {
    hits: bodies('Một.\n\n3. Ba.', 'Một.\n\na) A.\n\nd) D.', 'Một.\n\nIV. PHẦN BỐN'),
    misses: bodies(
      'Một.\n\n2. Hai.',
      'Một.\n\na) A.\n\nb) B.\n\nc) C.\n\nd) D.\n\ne) E.',
      'Một.\n\n1.1. Con.\n\n1.2. Con nữa.',
    ),
  },
  'numbering.start': {
    hits: bodies(
      'Một.\n\nb) B.\n\nc) C.',
      'Một.\n\na) A.\n\nII. PHẦN HAI\n\n3. Ba.\n\n4. Bốn.',
      'Một.\n\n1.2. Hai.\n\n1.3. Ba.',
    ),
    misses: bodies(
      'Một.\n\na) A.\n\nb) B.',
      'Một.\n\nII. PHẦN HAI\n\n1. Một.\n\n2. Hai.',
      'Một.\n\n1.1. Một.\n\n1.2. Hai.',
    ),
  },
  'unit.other-level': {
    hits: [
      ...bodies(
        'Phổ biến trên địa bàn phường, đến từng hộ.',
        'Cán bộ, công chức của phường thực hiện.',
      ),
      { agency: 'ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG HẢI', body: 'Đến mọi người dân trên địa bàn xã.' },
    ],
    misses: bodies(
      'Phổ biến trên địa bàn xã, phường liền kề.',
      'Phối hợp với UBND phường Hải Tân.',
      'Theo hướng dẫn của thành phố.',
      'Quy định của xã hội học tập.',
    ),
  },
  'words.doubled': {
    hits: bodies(
      'Rà soát các các thủ tục.',
      'Họp với UBND xã, xã để thống nhất.',
      'Mời đại biểu đại biểu tới dự.',
    ),
    misses: bodies(
      'Công tác tác nghiệp của đài.',
      'Các xã, xã hội và gia đình.',
      'Làm dần dần từng bước.',
      'Thi hành hành chính.',
    ),
  },
  'words.misspelled': {
    hits: bodies(
      'Đăng trên Công thông tin điện tử xã.',
      'Thủ tục hành chình một của.',
      'Nhiệm vụ xây dụng nông thôn.',
    ),
    misses: bodies(
      'Đăng trên Cổng thông tin điện tử xã.',
      'Uỷ ban nhân dân và Ủy ban nhân dân.',
      'CẢI CÁCH HÀNH CHÍNH của xã.',
    ),
  },
  'words.two-spellings': {
    hits: bodies(
      'Uỷ quyền cho thư ký, ủy quyền cho phó.',
      'Hoà giải ở thôn, hòa giải ở xã.',
      'Thuỷ lợi và thủy lợi.',
    ),
    misses: bodies('Hòa giải, hòa thuận.', 'Quý và quỹ.', 'Khoẻ mạnh, vui khoẻ.'),
  },
  'signature.missing': {
    hits: [
      { end: 'Nơi nhận:\n- Lưu: VT.' },
      { end: 'Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH' },
      { end: '' },
    ],
    misses: [
      {},
      { end: `${SIGNED.slice(0, SIGNED.lastIndexOf('\n'))}(Đã ký)` },
      { end: 'Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Mẫu' },
    ],
  },
  'recipients.missing': {
    hits: [
      { end: 'CHỦ TỊCH\n\nLê Mẫu' },
      { end: '' },
      { end: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Mẫu' },
    ],
    misses: [
      {},
      { end: 'Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Mẫu' },
      { end: 'Nơi nhận: - Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nLê Mẫu' },
    ],
  },
};

test('every rule of the catalogue has its cases', () => {
  expect(Object.keys(RULES).sort()).toEqual(Object.keys(FINDING_RULES).sort());
});

describe.each(Object.entries(RULES))('%s', (rule, { hits, misses }) => {
  test.each(hits)('tells: %j', (given) => {
    expect(rulesIn(given)).toContain(rule);
  });

  test.each(misses)('keeps quiet: %j', (given) => {
    expect(rulesIn(given)).not.toContain(rule);
  });
});
