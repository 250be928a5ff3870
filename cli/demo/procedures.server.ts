// The demo's procedures: a file as the national database exports it, looked over and made public; in May
// one of them can be filed online; plain words for the two that are asked most.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  applyChange,
  approveGuide,
  previewChange,
  receiveProcedures,
  submitGuide,
} from '#lib/procedures/index.server.ts';
import { emptyGuide } from '#lib/procedures/index.ts';
import type { Person } from '#lib/platform/index.ts';
import { listHotlines } from '#lib/platform/index.server.ts';
import { toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import type { Happening } from './acts.server.ts';
import type { DemoOffice } from './office.server.ts';
import { writeAs } from './plan.server.ts';

const FOLDER = path.join(import.meta.dirname, '../../data/demo');

const IMPORTS = [
  {
    file: 'procedures.json',
    day: '2023-01-06',
    decidedOn: '2023-01-04',
    decision: '15/QĐ-UBND (minh họa)',
  },
  {
    file: 'procedures-may.json',
    day: '2023-05-19',
    decidedOn: '2023-05-16',
    decision: '642/QĐ-UBND (minh họa)',
  },
];

const HANDLED = {
  handler: 'Công chức tư pháp – hộ tịch',
  room: 'Bộ phận Một cửa, quầy số 2',
  hours: 'Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00',
};

const GUIDES = [
  {
    code: '1.001193',
    day: '2023-01-09',
    feeNote: '',
    summary:
      'Làm giấy khai sinh cho con mới sinh, trong 60 ngày từ ngày sinh. Cha, mẹ đi; bận thì ông, bà hoặc người thân đi thay.',
    tips: 'Nhớ chọn sẵn họ, tên, chữ đệm của con và quê quán trước khi đi.',
    questions: [
      {
        question: 'Cha mẹ chưa đăng ký kết hôn thì có làm khai sinh được không?',
        answer: 'Được. Phần ghi về cha để trống, hoặc làm cùng lúc với thủ tục nhận cha, mẹ, con.',
      },
    ],
  },
  {
    code: '2.000815',
    day: '2023-01-09',
    feeNote: 'Nộp tiền mặt tại quầy hoặc quét mã ở quầy; luôn có biên lai.',
    summary:
      'Sao y giấy tờ: mang bản chính và bản chụp, lấy trong ngày. Nhiều người gọi là công chứng bản sao.',
    tips: '',
    questions: [],
  },
];

/** In May the counter moved: who asks about January is told the old one. */
const MOVED = { code: '1.001193', day: '2023-05-22', room: 'Bộ phận Một cửa, quầy số 1' };

/** What happened, to be played in order of time with everything else. */
export function proceduresToPublish(
  office: DemoOffice,
  coordinator: Person,
  approver: Person,
): Happening[] {
  const write = writeAs(office, coordinator);
  const imports = IMPORTS.map(({ file, day, decidedOn, decision }) => {
    const at = vietnamInstant(toPlainDate(day), '09:15');
    const happen = async () => {
      const text = await readFile(path.join(FOLDER, file), 'utf8');
      await write(at, async (tx) => {
        const id = await receiveProcedures(tx, { name: file, content: text });
        const { seen } = await previewChange(tx, id, day);
        await applyChange(tx, id, { effectiveFrom: day, decidedOn, decision, seen });
      });
    };
    return { at, happen };
  });
  const first = GUIDES.map((words) => ({ ...words, basedOn: 0, ...HANDLED }));
  const moved = first.flatMap((words) =>
    words.code === MOVED.code ? [{ ...words, ...MOVED, basedOn: 1 }] : [],
  );
  const guides = [...first, ...moved].map(({ code, day, basedOn, ...words }) => {
    const at = vietnamInstant(toPlainDate(day), '10:00');
    const happen = async () => {
      const number = await write(at, async (tx) => {
        const [line] = await listHotlines(tx);
        const guide = { ...emptyGuide, ...words, hotline: line?.id ?? '' };
        return submitGuide(tx, code, { guide, effectiveFrom: day, basedOn });
      });
      await writeAs(office, approver)(at, (tx) => approveGuide(tx, code, number));
    };
    return { at, happen };
  });
  return [...imports, ...guides];
}
