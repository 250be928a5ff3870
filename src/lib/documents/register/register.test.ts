// Codes, relations, validity and the drawing: pure parts of the register.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAgainstRegister } from '../checks/against-register.ts';
import { codeKey, isSameDocument, joinCode, splitCode, type Named } from './codes.ts';
import { correctDraft } from './corrections.ts';
import { emptyDraft } from './draft.ts';
import { drawGraph, NODE } from './graph.ts';
import { relationOf } from './relations.ts';
import { validityInWords, validityOn, type DatedDocument } from './validity.ts';

const named = (
  code: string,
  issuedOn: string | null = null,
  issuer: string | null = null,
): Named => ({
  code,
  issuedOn,
  issuer,
});

describe('codes', () => {
  test.each([
    ['02/KH-UBND', '2/kh – ubnd'],
    ['Số: 15/2020/QĐ-TTg', '15/2020/QD-TTG'],
    ['22- CTr/TU', '022-CTr/TU'],
  ])('%s is %s', (one, other) => expect(codeKey(one)).toBe(codeKey(other)));

  test.each([
    ['02', 'KH-UBND', '02/KH-UBND'],
    ['22', 'CTr/TU', '22-CTr/TU'],
    ['77', '2025/NQ-HĐND', '77/2025/NQ-HĐND'],
  ])('%s and %s are %s and back', (number, symbol, code) => {
    expect(joinCode(number, symbol)).toBe(code);
    expect(splitCode(code)).toEqual({ number, symbol });
  });

  test.each([
    [named('5/2020/NĐ-CP'), named('05/2020/NĐ-CP', '2020-01-03', 'Chính phủ'), true],
    [named('8/QĐ-UBND', '2023-05-04'), named('8/QĐ-UBND', '2023-05-04'), true],
    [named('8/QĐ-UBND', '2023-05-04'), named('8/QĐ-UBND', '2024-05-04'), false],
    [named('8/QĐ-UBND'), named('8/QĐ-UBND', '2024-05-04'), false],
    [
      named('8/QĐ-UBND', null, 'UBND tỉnh An Hải'),
      named('8/QĐ-UBND', '2024-05-04', 'Ủy ban nhân dân tỉnh An Hải'),
      true,
    ],
    [
      named('8/QĐ-UBND', '2024-05-04', 'UBND tỉnh An Hải'),
      named('8/QĐ-UBND', '2024-05-04', 'Ủy ban nhân dân xã Bình Minh'),
      false,
    ],
    [
      named('8/QĐ-UBND', '2024-05-04', 'UBND tỉnh'),
      named('9/QĐ-UBND', '2024-05-04', 'UBND tỉnh'),
      false,
    ],
  ])('%j and %j: %s', (one, other, same) => {
    expect(isSameDocument(one, other)).toBe(same);
    expect(isSameDocument(other, one)).toBe(same);
  });
});

describe('what a document does to the one it names', () => {
  const CODE = '9/2019/QĐ-UBND';
  test.each([
    ['replaces', `Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số ${CODE}.`],
    ['replaces', `Điều 2. Thay thế Quyết định số 8/2018/QĐ-UBND và Quyết định số ${CODE}.`],
    ['abolishes', `Bãi bỏ toàn bộ Quyết định số ${CODE} của tỉnh.`],
    ['abolishes', `Quyết định số ${CODE} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.`],
    ...[
      `Khoản 2 Điều 3 Quyết định số ${CODE} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.`,
      `Các quy định tại Chương II Quyết định số ${CODE} chấm dứt hiệu lực khi Quyết định này được ký.`,
      `Điều 4. Điểm a khoản 1 Điều 2 của Quyết định số ${CODE} không còn hiệu lực từ ngày Quyết định này có hiệu lực.`,
      `Theo Điều 1 Quyết định này, Phụ lục II kèm theo Quyết định số ${CODE} hết hiệu lực từ ngày ký Quyết định này.`,
      `Quyết định số ${CODE} hết hiệu lực một phần kể từ ngày Quyết định này có hiệu lực.`,
      `2. Một số điều của Quyết định số ${CODE} về phí chợ hết hiệu lực kể từ ngày Quyết định này có hiệu lực.`,
    ].map((text) => ['amends', text]),
    ...[
      `Điều 4: Quyết định số ${CODE} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.`,
      `Trừ Điều 5 Quyết định này, Quyết định số ${CODE} hết hiệu lực từ ngày ký Quyết định này.`,
      `Điều lệ ban hành kèm theo Quyết định số ${CODE} hết hiệu lực từ ngày ký Quyết định này.`,
      `Toàn bộ quy định tại Quyết định số ${CODE} hết hiệu lực từ ngày ký Quyết định này.`,
    ].map((text) => ['abolishes', text]),
    ['amends', `Sửa đổi, bổ sung một số điều của Quyết định số ${CODE}.`],
    ['amends', `Bãi bỏ khoản 2 Điều 3 Quyết định số ${CODE}.`],
    ['amends', `Thay thế Phụ lục I kèm theo Quyết định số ${CODE}.`],
    ['amends', `Điều 2. Bãi bỏ một số nội dung của Quyết định số ${CODE}.`],
    [
      'replaces',
      `Quyết định này thay thế Chương trình phát triển thôn ban hành kèm theo Quyết định số ${CODE}.`,
    ],
    [
      'replaces',
      `Quyết định này thay thế Kế hoạch phòng dịch giai đoạn 2016 - 2020 ban hành kèm theo Quyết định số ${CODE}.`,
    ],
    ['abolishes', `Quyết định này bãi bỏ toàn bộ nội dung Quyết định số ${CODE}.`],
    ['abolishes', `Bãi bỏ toàn bộ quy định tại Quyết định số ${CODE}.`],
    ['abolishes', `Bãi bỏ Điều lệ hoạt động ban hành kèm theo Quyết định số ${CODE}.`],
    ['abolishes', `Bãi bỏ Danh mục 12 thủ tục ban hành kèm theo Quyết định số ${CODE}.`],
    [
      'replaces',
      `Quyết định này thay thế Quyết định số 5/2015/QĐ-UBND về mức thu phí chợ và Quyết định số ${CODE}.`,
    ],
    ['abolishes', `Bãi bỏ khoản 2 Điều 3 Quyết định số 5/2015/QĐ-UBND và Quyết định số ${CODE}.`],
    ['amends', `Bãi bỏ Quyết định số 5/2015/QĐ-UBND và Chương II Quyết định số ${CODE}.`],
    ['amends', `Bãi bỏ một số điều của các Quyết định số 5/2015/QĐ-UBND, số ${CODE}.`],
    ['amends', `Bãi bỏ điểm đ khoản 1 Mục IV Quyết định số ${CODE}.`],
    ['amends', `Bãi bỏ các quy định tại Quyết định số ${CODE} trái với Quyết định này.`],
    ['implements', `Triển khai thực hiện Quyết định số ${CODE}, xã xây dựng kế hoạch.`],
    ['cites', `Căn cứ Nghị định số 1/2018/NĐ-CP sửa đổi, bổ sung Quyết định số ${CODE};`],
    ['cites', `Hồ sơ theo mẫu tại Quyết định số ${CODE}.`],
    ['cites', `Nghị định số 1/2020/NĐ-CP thay thế Quyết định số ${CODE} từ năm 2020.`],
    ['cites', `Giao Sở Nội vụ nghiên cứu sửa đổi, bổ sung Quyết định số ${CODE}.`],
    ['amends', `QUYẾT ĐỊNH\n\nVề việc sửa đổi, bổ sung một số điều của Quyết định số ${CODE}`],
    ['cites', `Quyết định số ${CODE} hết hiệu lực từ năm 2020.`],
    ['cites', `Việc cũ đã thay thế xong.\n\n1. Mẫu số 3 của Quyết định số ${CODE}.`],
  ] as [string, string][])('%s: %s', (relation, text) => {
    const at = text.lastIndexOf(CODE);
    expect(relationOf(text, [at, at + CODE.length])).toBe(relation);
  });
});

describe('in force on a day', () => {
  const dated = (given: Partial<DatedDocument> = {}): DatedDocument => ({
    issuedOn: '2020-03-05',
    inForceOn: null,
    expiresOn: null,
    replacedBy: null,
    ...given,
  });
  const replacing = {
    relation: 'replaces',
    by: 'decree',
    code: '9/2024/NĐ-CP',
    from: '2024-07-01',
  } as const;

  test.each([
    [dated(), [], '2020-03-04', 'not-yet'],
    [dated(), [], '2020-03-05', 'in-force'],
    [dated({ inForceOn: '2020-05-01' }), [], '2020-04-30', 'not-yet'],
    [dated({ expiresOn: '2023-01-01' }), [], '2022-12-31', 'in-force'],
    [dated({ expiresOn: '2023-01-01' }), [], '2023-01-01', 'expired'],
    [dated({ expiresOn: '2023-01-01', replacedBy: '1/2023/NĐ-CP' }), [], '2023-01-01', 'replaced'],
    [dated(), [replacing], '2024-06-30', 'in-force'],
    [dated(), [replacing], '2024-07-01', 'replaced'],
    [dated(), [{ ...replacing, relation: 'abolishes' as const }], '2024-07-01', 'abolished'],
    [dated(), [{ ...replacing, relation: 'amends' as const }], '2024-07-01', 'in-force'],
    [dated({ issuedOn: null }), [], '2024-07-01', 'unknown'],
  ])('%j with %j on %s: %s', (document, doings, day, state) => {
    const found = validityOn(document, doings, day);
    expect(found.state).toBe(state);
    expect(found.reasons.length).toBeGreaterThan(0);
  });

  test('amended in a part, it says so while it holds', () => {
    const amending = { ...replacing, relation: 'amends' as const };
    const words = (day: string, doings: Parameters<typeof validityOn>[1] = [amending]) =>
      validityInWords(validityOn(dated(), doings, day));
    expect(words('2024-06-30')).toBe('Còn hiệu lực');
    expect(words('2024-07-01')).toBe('Còn hiệu lực, đã sửa đổi một phần');
    expect(words('2024-07-01', [amending, replacing])).toBe('Bị thay thế từ 01/07/2024');
    const twice = validityOn(dated(), [amending, amending], '2024-07-01');
    expect(twice.reasons.filter((reason) => reason.includes('sửa đổi'))).toHaveLength(1);
  });

  test('amended by two documents of one number, it tells of both', () => {
    const [code, relation] = ['71/QĐ-UBND', 'amends' as const];
    const { amendedBy, reasons } = validityOn(
      dated(),
      [
        { relation, by: 'first', code, from: '2023-03-01' },
        { relation, by: 'second', code, from: '2024-05-01' },
      ],
      '2024-07-01',
    );
    expect(amendedBy.map(({ from }) => from)).toEqual(['2023-03-01', '2024-05-01']);
    expect(reasons.slice(1)).toEqual([
      'Được sửa đổi, bổ sung bởi 71/QĐ-UBND từ 01/03/2023.',
      'Được sửa đổi, bổ sung bởi 71/QĐ-UBND từ 01/05/2024.',
    ]);
  });

  test('the earlier of two endings counts', () => {
    const found = validityOn(dated({ expiresOn: '2023-01-01' }), [replacing], '2025-01-01');
    expect(found).toMatchObject({ state: 'expired', since: '2023-01-01', endedBy: null });
    expect(validityOn(dated(), [replacing], '2025-01-01').endedBy).toBe('9/2024/NĐ-CP');
  });
});

describe('reference.not-in-force', () => {
  const cited = (state: 'replaced' | 'expired' | 'in-force' | 'not-yet', relation = 'cites') => ({
    reference: { code: '1/2020/NĐ-CP', span: null, relation },
    validity: { state, since: '2023-01-01', endedBy: null, amendedBy: [], reasons: [] },
  });
  test.each([cited('replaced'), cited('expired'), cited('expired', 'implements')])(
    'tells: %j',
    (given) => expect(checkAgainstRegister([given])).toHaveLength(1),
  );
  test.each([
    cited('in-force'),
    cited('replaced', 'replaces'),
    { ...cited('expired'), validity: null },
  ])('keeps quiet: %j', (given) => expect(checkAgainstRegister([given])).toHaveLength(0));
});

describe('corrections by form', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const draft = emptyDraft({ number: '5', symbol: 'QĐ-UBND' });

  test.each([
    [{ khoa: 'f-date', 'gia-tri': '2024-02-30' }, 'gia-tri'],
    [{ khoa: 'f-number', 'gia-tri': 'năm' }, 'gia-tri'],
    [{ khoa: 'moi', 'thao-tac': 'them', 'so-ky-hieu': 'QĐ-UBND' }, 'so-ky-hieu'],
    [{ khoa: 's9', 'noi-dung': 'x' }, 'khoa'],
    [{ khoa: 'f-title', 'gia-tri': 'a'.repeat(20_001) }, 'noi-dung'],
  ])('%j is refused at %s', (fields, name) => {
    expect(correctDraft(draft, form(fields))).toMatchObject({ ok: false, name });
  });

  test('a citation is added, left out and brought back', () => {
    const added = correctDraft(
      draft,
      form({ khoa: 'moi', 'thao-tac': 'them', 'so-ky-hieu': '7 /QĐ-UBND', 'quan-he': 'amends' }),
    );
    if (!added.ok) throw new Error(added.message);
    expect(added.draft.references).toMatchObject([
      { key: 'r1', code: '7/QĐ-UBND', relation: 'amends' },
    ]);
    const dropped = correctDraft(added.draft, form({ khoa: 'r1', 'thao-tac': 'bo' }));
    expect(dropped.ok && dropped.draft.references[0]?.dropped).toBe(true);
  });

  test('whatever is sent, a draft stays whole', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'khoa',
            'thao-tac',
            'gia-tri',
            'so-ky-hieu',
            'ngay',
            'noi-dung',
            'cap',
            'ten',
          ),
          fc.oneof(
            fc.string(),
            fc.constantFrom('f-title', 'f-date', 'r1', 's1', 'moi', 'them', 'bo'),
          ),
        ),
        (fields) => {
          const corrected = correctDraft(draft, form(fields));
          if (corrected.ok) {
            expect(Object.keys(corrected.draft.facts)).toEqual(Object.keys(draft.facts));
          } else expect(corrected.message).not.toBe('');
        },
      ),
    );
  });
});

test('a drawing keeps its documents apart and inside, and draws only links between them', () => {
  const documents = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      issuedOn: fc.option(fc.integer({ min: 2015, max: 2025 }).map((year) => `${year}-01-01`)),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );
  fc.assert(
    fc.property(documents, (given) => {
      const all = given.map((one) => ({
        ...one,
        label: one.id,
        title: '',
        href: null,
        look: 'known' as const,
      }));
      const [first, last] = [all[0], all.at(-1)];
      const links =
        first && last
          ? [
              { from: first.id, to: last.id, relation: 'cites' as const },
              { from: first.id, to: 'nowhere', relation: 'cites' as const },
            ]
          : [];
      const drawn = drawGraph(all, links);
      expect(drawn.documents).toHaveLength(all.length);
      expect(new Set(drawn.documents.map(({ x, y }) => `${x}/${y}`)).size).toBe(all.length);
      for (const { x, y } of drawn.documents) {
        expect(x + NODE.width).toBeLessThanOrEqual(drawn.width);
        expect(y + NODE.height).toBeLessThanOrEqual(drawn.height);
      }
      expect(drawn.links.length).toBeLessThanOrEqual(1);
    }),
  );
});
