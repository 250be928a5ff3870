// Every rule about plans: cases in which somebody should be told, and near misses in which nobody should.
import { describe, expect, test } from 'vitest';
import { cleanText, readDocumentText } from '#lib/documents/index.ts';
import { toPlanReading, type PLAN_RULES } from './index.ts';

interface Given {
  title?: string;
  /** Sections between the head and the signature. */
  body: string;
}

const TOPICS = 'I. NỘI DUNG TUYÊN TRUYỀN\n\n1. Phòng cháy rừng.\n\n2. Nước sạch nông thôn.';
const MEASURES =
  'II. HÌNH THỨC\n\n1. Phát trên loa truyền thanh về cháy rừng.\n\n2. Niêm yết tại nhà văn hóa tin về nước sạch.';
const UNITS =
  'III. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- Tuần tra rừng.\n\n2. Trạm Y tế xã\n\n- Lấy mẫu nước.';
const WHOLE = [TOPICS, MEASURES, UNITS].join('\n\n');

function readingOf({ title = 'Tuyên truyền bảo vệ rừng năm 2024', body }: Given) {
  const text = cleanText(
    [
      'ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      'Bình Minh, ngày 10 tháng 3 năm 2024',
      `KẾ HOẠCH\n${title}`,
      body,
      'Trên đây là Kế hoạch của xã./.',
      'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
    ].join('\n\n'),
  );
  const source = {
    file: 'ke-hoach.txt',
    format: 'txt' as const,
    encoding: 'utf-8',
    confidence: 1,
    sha256: '',
    recognition: null,
  };
  return toPlanReading({ text, source, read: readDocumentText(text) });
}

const rulesIn = (given: Given): string[] => readingOf(given).findings.map(({ rule }) => rule);

const units = (...more: string[]): Given => ({ body: [WHOLE, ...more].join('\n\n') });
const table = (...rows: string[]): Given =>
  units(
    `IV. PHÂN CÔNG CỤ THỂ\n\n${['TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian', ...rows].join('\n')}`,
  );
const tasks = (...list: string[]): Given => ({
  body: `I. NHIỆM VỤ\n\n${list.join('\n\n')}\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác đơn vị thực hiện theo phân công trên.`,
});
const LED =
  '1. Phát quang đường băng cản lửa\n\n- Đơn vị chủ trì: Công an xã.\n\n- Thời gian: Quý II.';
const untimed = (body: string): Given => ({ title: 'Tuyên truyền bảo vệ rừng', body });

const RULES: Record<keyof typeof PLAN_RULES, { hits: Given[]; misses: Given[] }> = {
  'plan.no-period': {
    hits: [
      untimed(WHOLE),
      untimed(`${TOPICS} Theo Quyết định số 8/QĐ-UBND ngày 04/5/2023.\n\n${UNITS}`),
      { title: 'Diễn tập chữa cháy theo Công văn số 5/UBND-NC ngày 02/3/2024', body: WHOLE },
    ],
    misses: [
      { body: WHOLE },
      untimed(`${WHOLE}\n\n- Báo cáo trước ngày 15/6.`),
      untimed(`I. MỤC TIÊU\n\nĐến năm 2030, mọi thôn có nước sạch.\n\n${TOPICS}\n\n${UNITS}`),
    ],
  },
  'plan.no-assignment': {
    hits: [
      { body: TOPICS },
      { body: `${TOPICS}\n\n${MEASURES}` },
      { body: `I. MỤC ĐÍCH\n\nGiữ rừng.\n\n${MEASURES}` },
    ],
    misses: [
      { body: WHOLE },
      tasks(LED),
      { body: `${TOPICS}\n\nII. TỔ CHỨC THỰC HIỆN\n\nGiao Công an xã theo dõi việc thực hiện.` },
    ],
  },
  'unit.no-duty': {
    hits: [
      units('3. Hội Nông dân xã\n\n4. Đoàn Thanh niên xã\n\n- Trồng cây.'),
      units('3. Trưởng các thôn'),
      {
        body: `${TOPICS}\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng UBND xã\n\n2. Công an xã\n\n- Trực.`,
      },
    ],
    misses: [
      { body: WHOLE },
      units('3. Hội Nông dân xã vận động hội viên trồng cây.'),
      units('3. Kinh phí\n\nTừ ngân sách xã.'),
    ],
  },
  'duty.no-unit': {
    hits: [
      units('3. Tổ chức diễn tập chữa cháy hai lần ở các thôn giáp rừng.'),
      units('3. Rà soát các hộ dùng nước giếng, lập danh sách theo từng thôn.'),
      table('1\tPhát quang đường băng\tCông an xã\tQuý II', '2\tLắp biển báo cấm lửa\t……\tQuý III'),
      table('1\tLắp biển báo cấm lửa\t\tQuý III', '2\tPhát quang đường băng\tCông an xã\tQuý II'),
      tasks(LED, '2. Lắp biển báo cấm lửa ở bìa rừng\n\n- Thời gian: Quý III.'),
      tasks(
        LED,
        '2. Lắp biển báo cấm lửa ở bìa rừng\n\n- Đơn vị chủ trì: …….\n\n- Thời gian: Quý III.',
      ),
    ],
    misses: [
      units('3. Tổ chức diễn tập chữa cháy, giao Ban Chỉ huy Quân sự xã thực hiện.'),
      units('3. Trong quá trình thực hiện, nếu vướng mắc thì báo cáo về xã.'),
      units('3. Các tổ chức chính trị - xã hội vận động hội viên trồng cây.'),
      table('1\tPhát quang đường băng\tCông an xã\tQuý II', '2\tLắp biển báo cấm lửa\t\tQuý III'),
      table('1\tPhát quang đường băng\tCông an xã\tQuý II', 'II\tCông tác khác\t\t'),
      tasks(LED, '2. Giữ gìn nguồn nước, không xả thải.'),
    ],
  },
  'unit.twice': {
    hits: [
      units('3. Công an xã\n\n- Lập chốt gác.'),
      units('3. Giao Trạm Y tế xã phát thuốc khử khuẩn.'),
      units('3. Hội Nông dân xã\n\n- Trồng cây.\n\n4. Hội Nông dân xã\n\n- Tưới cây.'),
    ],
    misses: [
      { body: WHOLE },
      units('3. Giao Công an xã theo dõi, đôn đốc việc thực hiện Kế hoạch này.'),
      units('3. Công an viên các thôn\n\n- Lập chốt gác.'),
    ],
  },
  'topic.unserved': {
    hits: [
      { body: WHOLE.replace('2. Nước sạch nông thôn.', '2. Chó dại, mèo dại.') },
      { body: WHOLE.replace('1. Phòng cháy rừng.', '1. Nuôi ong lấy mật.') },
      {
        body: WHOLE.replace(
          '2. Nước sạch nông thôn.',
          '2. Nước sạch nông thôn.\n\n3. Lễ hội đầu xuân.',
        ),
      },
    ],
    misses: [
      { body: WHOLE },
      { body: `${TOPICS}\n\n3. Chó dại, mèo dại.\n\n${UNITS}` },
      { body: WHOLE.replace('2. Nước sạch nông thôn.', '2. Lấy mẫu nước giếng.') },
    ],
  },
  'measure.no-channel': {
    hits: [
      { body: WHOLE.replace('III.', '3. Đổi mới cách làm cho phù hợp.\n\nIII.') },
      { body: WHOLE.replace('III.', '3. Nâng cao chất lượng từng việc.\n\nIII.') },
      {
        title: 'Phổ biến Luật Lâm nghiệp năm 2024',
        body: WHOLE.replace('III.', '3. Huy động nguồn lực trong dân.\n\nIII.'),
      },
    ],
    misses: [
      { body: WHOLE },
      {
        title: 'Trồng rừng ven sông năm 2024',
        body: WHOLE.replace('III.', '3. Đổi mới cách làm cho phù hợp.\n\nIII.'),
      },
      { body: WHOLE.replace('III.', '3. Phát động thi đua giữ rừng giữa các thôn.\n\nIII.') },
    ],
  },
};

describe.each(Object.entries(RULES))('%s', (rule, { hits, misses }) => {
  test.each(hits)('tells: %j', (given) => {
    expect(rulesIn(given)).toContain(rule);
  });
  test.each(misses)('keeps quiet: %j', (given) => {
    expect(rulesIn(given)).not.toContain(rule);
  });
});

test('a duty with no unit is shown by its own words and joins no unit', () => {
  const { findings, text, plan } = readingOf(
    table('1\tLắp biển báo cấm lửa\t\tQuý III', '2\tPhát quang đường băng\tCông an xã\tQuý II'),
  );
  const open = findings.find(({ rule }) => rule === 'duty.no-unit');
  expect(open && text.slice(...open.span)).toBe('Lắp biển báo cấm lửa');
  const duties = plan?.assignments.flatMap((assignment) =>
    assignment.duties.map((duty) => duty.text),
  );
  expect(duties).not.toContain('Lắp biển báo cấm lửa');
});
