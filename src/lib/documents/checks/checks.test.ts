// Every rule: cases in which somebody should be told, and near misses in which nobody should.
import { describe, expect, test } from 'vitest';
import { checkDocument, cleanText, FINDING_RULES, readDocumentText } from '../index.ts';

interface Given {
  body?: string;
  /** The paragraph that closes the body. */
  close?: string;
  bases?: string;
  title?: string;
  place?: string;
  symbol?: string;
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
      `Số: ${given.number ?? '12'}/${given.symbol ?? 'KH-UBND'}`,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      `${given.place ?? 'Bình Minh, '}${given.date ?? 'ngày 10 tháng 3 năm 2024'}`,
      given.title ?? 'KẾ HOẠCH\nThử các quy tắc năm 2024',
      given.bases ?? '',
      `I. NỘI DUNG\n\n1. ${given.body ?? 'Làm tốt mọi việc.'}`,
      given.close ?? 'Trên đây là Kế hoạch của xã, yêu cầu các đơn vị thực hiện./.',
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

const signedBy = (...lines: string[]) => ({
  end: `Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n${lines.join('\n')}`,
});

const OF_THE_PARTY: Given = {
  agency: 'HUYỆN ỦY HẢI HÀ\nBAN XÂY DỰNG ĐẢNG',
  number: '12-KH',
  symbol: 'BXDĐ',
  end: 'Nơi nhận:\n- Như trên;\n- Lưu Ban Xây dựng Đảng.\n\nTRƯỞNG BAN\n\nPhạm Văn Mẫu',
};

/** Those about the page of a Word file are tried beside it. */
const OF_THE_PAGE = ['page-size', 'margins', 'font', 'size', 'colour'].map((id) => `layout.${id}`);
/** Tried where scans are. */
const OF_A_SCAN = ['scan.unsure'];

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
    misses: [
      { number: '07' },
      { number: '0125' },
      { number: '3 ' },
      { number: '   ', title: 'THƯ CÔNG\n\nBình Minh đón học sinh về trường', symbol: 'UBND' },
    ],
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
  'header.number-padding': {
    hits: [{ number: '7' }, { number: ' 3' }, { number: '9' }],
    misses: [{ number: '07' }, { number: '10' }, { number: '....' }],
  },
  'header.date-padding': {
    hits: [
      { date: 'ngày 5 tháng 01 năm 2024' },
      { date: 'ngày 15 tháng 2 năm 2024' },
      { date: 'ngày\n9 tháng 10 năm 2024' },
    ],
    misses: [
      { date: 'ngày 05 tháng 02 năm 2024' },
      { date: 'ngày 15 tháng 3 năm 2024' },
      { date: 'ngày … tháng 1 năm 2024' },
    ],
  },
  'header.no-place': {
    hits: [{ place: '' }, { place: ', ' }, { place: '     ' }],
    misses: [{}, { place: 'Hải Hà, ' }, { place: '', date: 'ngày … tháng … năm 2024' }],
  },
  'header.type-symbol': {
    hits: [
      { symbol: 'QĐ-UBND' },
      { title: 'BÁO CÁO\nKết quả quý I năm 2024' },
      { title: 'TỜ TRÌNH\nVề việc sửa nhà văn hóa', symbol: 'TB-UBND' },
    ],
    misses: [
      {},
      { title: 'BÁO CÁO\nKết quả quý I năm 2024', symbol: 'BC-UBND' },
      { title: 'CHƯƠNG TRÌNH\nCông tác năm 2024', symbol: 'CTr-UBND' },
    ],
  },
  'basis.end-mark': {
    hits: [
      { bases: 'Căn cứ Luật Thư viện;\n\nCăn cứ Luật Lưu trữ.\n\nCăn cứ Luật Báo chí.' },
      { bases: 'Căn cứ Luật Thư viện,\n\nCăn cứ Luật Lưu trữ.' },
      { bases: 'Căn cứ Luật Thư viện\n\nCăn cứ Luật Lưu trữ.' },
    ],
    misses: [
      { bases: 'Căn cứ Luật Thư viện;\n\nCăn cứ Luật Lưu trữ.' },
      { bases: 'Căn cứ Luật Thư viện,' },
      { bases: 'Thực hiện chỉ đạo của huyện.\n\nCăn cứ Luật Lưu trữ, xã ban hành như sau:' },
    ],
  },
  'ending.no-mark': {
    hits: [
      { close: '' },
      { close: 'Trên đây là Kế hoạch của xã.' },
      { close: 'Yêu cầu các đơn vị nghiêm túc thực hiện' },
    ],
    misses: [
      {},
      { close: 'Trên đây là Kế hoạch. /.' },
      { close: 'Đề nghị thực hiện. / .' },
      { close: 'Kế hoạch này phổ biến đến chi bộ.', ...OF_THE_PARTY },
    ],
  },
  'signature.no-authority': {
    hits: [
      signedBy('CHỦ TỊCH', '', 'Phạm Văn Mẫu'),
      { ...signedBy('PHÓ CHỦ TỊCH', '', 'Lê Thị Mẫu') },
      {
        title: 'BÁO CÁO\nKết quả quý I năm 2024',
        symbol: 'BC-UBND',
        ...signedBy('CHỦ TỊCH', '', 'Phạm Văn Mẫu'),
      },
    ],
    misses: [
      {},
      signedBy('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Lê Thị Mẫu'),
      {
        title: 'QUYẾT ĐỊNH\nVề việc cử cán bộ',
        symbol: 'QĐ-UBND',
        ...signedBy('CHỦ TỊCH', '', 'Phạm Văn Mẫu'),
      },
    ],
  },
  'signature.academic-title': {
    hits: ['ThS. Trần Văn Mẫu', 'TS. Lê Thị Mẫu', 'KS. Phạm Văn Mẫu'].map((name) =>
      signedBy('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', name),
    ),
    misses: ['Trần Văn Mẫu', 'Thái Văn Sơn', 'Tô Sĩ Mẫu'].map((name) =>
      signedBy('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', name),
    ),
  },
  'recipients.no-archive': {
    hits: [
      { end: 'Nơi nhận:\n- Như trên.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu' },
      { end: 'Nơi nhận:\n- UBND huyện;\n- Các thôn.\n\nCHỦ TỊCH\nLê Mẫu' },
      { end: 'Nơi nhận:\n- Đảng ủy;\n- Các đoàn thể.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Mẫu' },
    ],
    misses: [{}, { end: 'CHỦ TỊCH\nLê Mẫu' }, { end: 'Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Mẫu' }],
  },
  'recipients.archive-form': {
    hits: ['Lưu VT', 'Lưu: VP', 'Lưu'].map((kept) => ({
      end: `Nơi nhận:\n- Như trên;\n- ${kept}.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mẫu`,
    })),
    misses: [
      ...['Lưu: VT', 'Lưu: VT, VP', 'Lưu: Văn thư, TP'].map((kept) => ({
        end: `Nơi nhận:\n- Như trên;\n- ${kept}.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mẫu`,
      })),
      OF_THE_PARTY,
    ],
  },
};

test('every rule of the catalogue has its cases', () => {
  const ids = Object.keys(FINDING_RULES).filter(
    (id) => ![...OF_THE_PAGE, ...OF_A_SCAN].includes(id),
  );
  expect(Object.keys(RULES).sort()).toEqual(ids.sort());
});

describe.each(Object.entries(RULES))('%s', (rule, { hits, misses }) => {
  test.each(hits)('tells: %j', (given) => {
    expect(rulesIn(given)).toContain(rule);
  });

  test.each(misses)('keeps quiet: %j', (given) => {
    expect(rulesIn(given)).not.toContain(rule);
  });
});
