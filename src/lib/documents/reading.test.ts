// Documents as offices lay them out, in words of our own: head, title, structure, citations, tail.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse } from '#lib/vietnam/index.ts';
import { cleanText, readDocumentText, type Section } from './index.ts';

function read(text: string) {
  const clean = cleanText(text);
  return { text: clean, ...readDocumentText(clean) };
}

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const END = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Thị Mẫu';

describe('head', () => {
  test('columns one after the other', () => {
    const { document } = read(
      `UBND HUYỆN AN BÌNH\nPHÒNG NỘI VỤ\nSố: 15/TTr-PNV\n\n${MOTTO}\nAn Bình, ngày 07 tháng 3 năm 2024\n\nTỜ TRÌNH\nVề việc bổ sung thiết bị\n\nKính gửi: Ủy ban nhân dân huyện.\n\nNội dung.\n\n${END}`,
    );
    expect(document).toMatchObject({
      agencyParent: 'UBND HUYỆN AN BÌNH',
      agency: 'PHÒNG NỘI VỤ',
      code: '15/TTr-PNV',
      place: 'An Bình',
      date: '2024-03-07',
      type: 'TTr',
      typeName: 'Tờ trình',
      title: 'Về việc bổ sung thiết bị',
      signer: { authority: null, title: 'CHỦ TỊCH', name: 'Trần Thị Mẫu' },
    });
  });

  test('columns side by side with tabs, number left blank', () => {
    const { document, inner } = read(
      `HỘI ĐỒNG NHÂN DÂN\t${MOTTO.split('\n')[0]}\nXÃ SƠN HÀ\t${MOTTO.split('\n')[1]}\nSố:      /BC-HĐND\tSơn Hà, ngày      tháng     năm 2025\n\nBÁO CÁO\nkết quả giám sát\n\nBáo cáo gồm hai phần.\n\n${END}`,
    );
    expect(document).toMatchObject({
      agency: 'HỘI ĐỒNG NHÂN DÂN XÃ SƠN HÀ',
      number: null,
      symbol: 'BC-HĐND',
      code: null,
      place: 'Sơn Hà',
      date: null,
      type: 'BC',
    });
    expect(inner.header.numberSpan).not.toBeNull();
  });

  const HEAD = `ỦY BAN NHÂN DÂN\nXÃ ĐỒNG TÂM\nSố: 21/KH-UBND\n\n${MOTTO}\nĐồng Tâm, ngày 07 tháng 3 năm 2024`;

  test.each([
    ['KẾ HOẠCH PHỐI HỢP\nGiữ gìn kênh mương', 'KH', 'Giữ gìn kênh mương'],
    ['BIÊN BẢN HỌP THÔN\nVề việc nạo vét kênh', 'BB', 'Về việc nạo vét kênh'],
    ['BIÊN BẢN HỌP THÔN', 'BB', 'HỌP THÔN'],
    ['KẾ HOẠCH GIỮ GÌN KÊNH MƯƠNG NĂM 2024', 'KH', 'GIỮ GÌN KÊNH MƯƠNG NĂM 2024'],
    ['THÔNG BÁO KẾT LUẬN\ncủa Chủ tịch xã', 'TB', 'KẾT LUẬN của Chủ tịch xã'],
    ['THÔNG CÁO BÁO CHÍ\nVề mùa nước nổi', 'TC', 'Về mùa nước nổi'],
  ])('the name of the type goes on in capitals: %s', (titled, type, title) => {
    const body = 'Hôm nay, tại nhà văn hóa, mọi người bàn như sau:\n\n1. Nạo vét kênh.';
    const { document, sections } = read(`${HEAD}\n\n${titled}\n\n${body}\n\n${END}`);
    expect(document).toMatchObject({ code: '21/KH-UBND', date: '2024-03-07', type, title });
    expect(sections).toHaveLength(1);
  });

  test('a project in the name of a body is no title', () => {
    const head = HEAD.replace('XÃ ĐỒNG TÂM\n', 'XÃ ĐỒNG TÂM\nBAN QUẢN LÝ\nDỰ ÁN KÊNH MƯƠNG\n');
    const { document } = read(`${head}\n\nBÁO CÁO TIẾN ĐỘ\nĐợt 2\n\nĐã làm xong.\n\n${END}`);
    expect(document).toMatchObject({ type: 'BC', code: '21/KH-UBND' });
  });

  test('a union writes no motto', () => {
    const { document } = read(
      `ĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN XÃ ĐỒNG TÂM\n***\nSố: 05-KH/ĐTN\n\nĐồng Tâm, ngày 07 tháng 3 năm 2024\n\nKẾ HOẠCH\nMùa hè xanh\n\nĐoàn xã làm như sau.\n\n${END}`,
    );
    expect(document).toMatchObject({
      agencyParent: 'ĐOÀN TNCS HỒ CHÍ MINH',
      agency: 'BCH ĐOÀN XÃ ĐỒNG TÂM',
      code: '05-KH/ĐTN',
      place: 'Đồng Tâm',
      date: '2024-03-07',
      type: 'KH',
    });
  });

  test('a symbol with the room in brackets', () => {
    const { document } = read(
      `CÔNG AN XÃ ĐỒNG TÂM\nSố: 07/KH-CAX(TH)\n\n${MOTTO}\nĐồng Tâm, ngày 07 tháng 3 năm 2024\n\nKẾ HOẠCH\nTuần tra\n\nLàm như sau.\n\n${END}`,
    );
    expect(document).toMatchObject({ agency: 'CÔNG AN XÃ ĐỒNG TÂM', code: '07/KH-CAX(TH)' });
  });

  test('number torn from its symbol, motto between them', () => {
    const { document } = read(
      `ỦY BAN NHÂN DÂN\nXÃ ĐỒNG TÂM\nSố: 88\n\n${MOTTO.split('\n')[0]}\n\n/QĐ-UBND\n\n${MOTTO.split('\n')[1]}\nĐồng Tâm, ngày02tháng 9 năm2024\n\nQUYẾT ĐỊNH\nVề việc kiện toàn Tổ công nghệ số cộng đồng\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG TÂM\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Kiện toàn tổ.\n\n${END}`,
    );
    expect(document).toMatchObject({
      code: '88/QĐ-UBND',
      date: '2024-09-02',
      place: 'Đồng Tâm',
      title: 'Về việc kiện toàn Tổ công nghệ số cộng đồng',
    });
    expect(document.basis.map(({ text }) => text)).toEqual([
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
    ]);
  });

  test('a letter takes its title from V/v and keeps other codes apart', () => {
    const { document, references } = read(
      `ỦY BAN NHÂN DÂN\nPHƯỜNG HÒA AN\n\nSố: 120/UBND-VP\nV/v triển khai Công văn số\n77/SNV-CCHC ngày 03/02/2025\n\n${MOTTO}\n\nHòa An, ngày 10 tháng 02 năm 2025\n\nKính gửi: Các đơn vị trực thuộc.\n\nThực hiện Công văn số 77/SNV-CCHC ngày 03/02/2025 của Sở Nội vụ về việc rà soát.\n\n${END}`,
    );
    expect(document).toMatchObject({
      type: 'CV',
      code: '120/UBND-VP',
      title: 'triển khai Công văn số 77/SNV-CCHC ngày 03/02/2025',
      date: '2025-02-10',
    });
    expect(references[0]).toMatchObject({ type: 'CV', code: '77/SNV-CCHC', date: '2025-02-03' });
    expect(references[1]).toMatchObject({ issuer: 'Sở Nội vụ' });
  });

  test('a day that no calendar has is null', () => {
    const { document, inner } = read(
      `UBND XÃ A LƯỚI\nSố: 5/TB-UBND\n\n${MOTTO}\nA Lưới, ngày 31 tháng 02 năm 2025\n\nTHÔNG BÁO\nLịch tiếp công dân\n\nThông báo lịch.\n\n${END}`,
    );
    expect(document.date).toBeNull();
    expect(inner.header.impossibleDate).not.toBeNull();
  });

  test('a text without any head has none', () => {
    const { document } = read('Chào các bạn, mai họp lúc tám giờ nhé.');
    expect(document).toMatchObject({
      agency: null,
      number: null,
      code: null,
      type: null,
      title: null,
      signer: null,
      recipients: [],
    });
  });
});

describe('structure', () => {
  const outline = (sections: Section[]): unknown[] =>
    sections.map(({ number, heading, children }) => [number, heading, ...outline(children)]);

  test('headings run on, stand over several lines, or are none', () => {
    const { sections } = read(
      'KẾ HOẠCH\nThử\n\nI. PHẦN\nMỘT\n\n1. Đối tượng: Mọi người dân.\n\n2. Cách làm\n\na) Một việc;\n\nb) Hai việc.\n\n- chi tiết\n\n3. Làm ngay việc này.\n\nII. PHẦN HAI\n\n- Gạch đầu dòng.',
    );
    expect(outline(sections)).toEqual([
      [
        'I',
        'PHẦN MỘT',
        ['1', 'Đối tượng'],
        ['2', 'Cách làm', ['a', null], ['b', null, ['-', null]]],
        ['3', null],
      ],
      ['II', 'PHẦN HAI', ['-', null]],
    ]);
  });

  test('lines broken at the margin are put together; a page number between them goes', () => {
    const line = 'việc này do văn phòng làm hằng ngày với sự giúp đỡ của các bộ phận khác trong xã';
    const { sections, text } = read(
      `KẾ HOẠCH\nThử\nI. NỘI DUNG\n1. ${line}\n${line}\n\n2\n\n${line} và xong.\n2. ${line}\n${line} hết.`,
    );
    expect(sections[0]?.children.map((child) => child.text)).toEqual([
      `${line} ${line} ${line} và xong.`,
      `${line} ${line} hết.`,
    ]);
    expect(text).not.toMatch(/^2$/m);
  });
});

describe('citations', () => {
  const codes = (text: string) => read(text).references.map(({ code, date }) => [code, date]);

  test.each([
    ['Quyết định số 45/QĐ – UBND ngày 3/4/2024', '45/QĐ-UBND', '2024-04-03'],
    ['Chương trình số 9- CTr/HU ngày 01/02/2022', '9-CTr/HU', '2022-02-01'],
    ['Nghị định số\n30/2020/NĐ-CP ngày 05 tháng 3\nnăm 2020', '30/2020/NĐ-CP', '2020-03-05'],
    ['Luật Tiếp cận thông tin số 104/2016/QH 13', '104/2016/QH13', null],
    ['Nghị quyết số 21NQ/TW', '21-NQ/TW', null],
    ['Công văn số 12/UBND-VP& TH ngày 31/02/2024', '12/UBND-VP&TH', null],
  ])('%s', (text, code, date) => {
    expect(codes(`Thực hiện ${text} của cấp trên.`)).toEqual([[code, date]]);
  });

  test.each([
    'theo TCVN 7957/QĐ-A',
    'ngày 15/6/2024',
    'tỷ lệ 3/4 số hộ',
    'QCVN 01-1:2018/BYT',
    'số điện thoại 0220 3542/445',
  ])('%s cites nothing', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('duplicates stay, in order', () => {
    expect(
      codes('Thông tư 1/2024/TT-BNV, Thông tư 2/2024/TT-BNV, Thông tư 1/2024/TT-BNV.').map(
        ([code]) => code,
      ),
    ).toEqual(['1/2024/TT-BNV', '2/2024/TT-BNV', '1/2024/TT-BNV']);
  });
});

describe('recipients and signature', () => {
  test.each([
    ['T/M BAN THƯỜNG VỤ\nBÍ THƯ', 'T/M BAN THƯỜNG VỤ', 'BÍ THƯ'],
    ['K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN', 'K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'],
    [
      'TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nCHỦ TỊCH UBND XÃ',
      'TM. BAN CHỈ ĐẠO',
      'TRƯỞNG BAN CHỦ TỊCH UBND XÃ',
    ],
  ])('who signs: %s', (lines, authority, title) => {
    const { document } = read(
      `ỦY BAN NHÂN DÂN\nXÃ ĐỒNG TÂM\nSố: 21/KH-UBND\n\n${MOTTO}\nĐồng Tâm, ngày 07 tháng 3 năm 2024\n\nKẾ HOẠCH\nTrồng cây\n\nLàm như sau.\n\nNơi nhận:\n- Lưu: VT.\n\n${lines}\n\nTrần Thị Mẫu`,
    );
    expect(document.signer).toEqual({ authority, title, name: 'Trần Thị Mẫu' });
  });

  test('side by side, wrapped, with two lines of authority', () => {
    const { document } = read(
      `UBND XÃ LA\nSố: 1/TB-UBND\n\n${MOTTO}\nLa, ngày 1 tháng 2 năm 2024\n\nTHÔNG BÁO\nThử\n\nNội dung thông báo./.\n\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Thường trực Đảng ủy xã;\tKT. CHỦ TỊCH\n- Các bộ phận, đoàn thể,\ncác thôn;\tPHÓ CHỦ TỊCH\n- Lưu: VT.\n\nThượng tá Nguyễn Văn Thử`,
    );
    expect(document.signer).toEqual({
      authority: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH',
      title: 'PHÓ CHỦ TỊCH',
      name: 'Thượng tá Nguyễn Văn Thử',
    });
    expect(document.recipients).toHaveLength(3);
  });

  test('the page around the document belongs to no section', () => {
    const { sections, inner, text } = read(
      `Trang chủ\nTin mới\n\nUBND XÃ LA\nSố: 1/KH-UBND\n\n${MOTTO}\nLa, ngày 1 tháng 2 năm 2024\n\nKẾ HOẠCH\nThử\n\nI. NỘI DUNG\n\n1. Một việc.\n\n${END}\n\nLượt xem: 12\n1. Tin khác`,
    );
    expect(sections).toHaveLength(1);
    expect(text.slice(...inner.span)).toMatch(/^UBND XÃ LA[\s\S]*Trần Thị Mẫu$/);
  });
});

describe('a table whose cells stand one a line, without running numbers', () => {
  const flattened = (...cells: string[]): string =>
    ['NỘI DUNG', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', ...cells]
      .join('\n')
      .replace('NỘI DUNG', 'I. NỘI DUNG\n');

  test('each row ends with its time; who joins may be left out', () => {
    const { tables } = read(
      flattened(
        'Nạo vét kênh',
        'Thôn Một',
        'Hội Nông dân',
        'Quý II/2024',
        'Trồng cây',
        'Thôn Hai',
        'Hằng tuần',
      ),
    );
    expect(tables.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [
        ['Nạo vét kênh', 'Thôn Một', 'Hội Nông dân', 'Quý II/2024'],
        ['Trồng cây', 'Thôn Hai', '', 'Hằng tuần'],
      ],
    ]);
  });

  test('none where the rows don’t come out even', () => {
    expect(read(flattened('Nạo vét kênh', 'Quý II/2024', 'Trồng cây', 'Hằng tuần')).tables).toEqual(
      [],
    );
    expect(read(flattened('Nạo vét kênh', 'Thôn Một', 'Thôn Ba', 'Bốn ngày')).tables).toEqual([]);
  });
});

describe('whatever comes in', () => {
  const words = fc.constantFrom(
    'KẾ HOẠCH',
    'I.',
    '1.',
    'a)',
    '-',
    'Nơi nhận:',
    'TM. ỦY BAN',
    'CHỦ TỊCH',
    'Số: ',
    '/KH-UBND',
    'ngày 1 tháng 2 năm 2024',
    MOTTO,
    'Căn cứ',
    'phối hợp với Sở Y tế',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '1/2024/NĐ-CP',
    'Đề nghị',
    'PHỤ LỤC',
    '|',
    '**',
    'ủy',
  );
  const scraps = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 80,
  });

  test('never throws, and every section stands where its span says', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const { text, sections } = read(parts.join(' '));
        const check = (list: Section[]): void => {
          for (const { span, text: own, children } of list) {
            expect(collapse(text.slice(...span))).toBe(own);
            check(children);
          }
        };
        check(sections);
      }),
      { numRuns: 400 },
    );
  });

  test('the text is composed Unicode', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const once = cleanText(parts.join(' '));
        return once.normalize('NFC') === once;
      }),
    );
  });
});
