// Units, partners, channels, deadlines, cadence and periods from the words of plans.
import { describe, expect, test } from 'vitest';
import { flat } from '#lib/documents/index.ts';
import { channelsIn } from './channels.ts';
import { periodIn, periodInTitle } from './period.ts';
import { findCadence, findDue, findDueInCell } from './timing.ts';
import { findUnit, partnersIn, unitAtStart } from './units.ts';

describe('the unit of a sentence', () => {
  test.each([
    ['Giao Phòng Kinh tế theo dõi việc thực hiện.', 'Phòng Kinh tế'],
    [
      'Đề nghị: Hội Nông dân, Đoàn Thanh niên tuyên truyền tới hội viên.',
      'Hội Nông dân, Đoàn Thanh niên',
    ],
    ['Sở Xây dựng chủ trì, phối hợp với Công an thành phố.', 'Sở Xây dựng'],
    ['Công chức Địa chính làm đầu mối nhận hồ sơ.', 'Công chức Địa chính'],
    ['Các tổ chức chính trị - xã hội tổ chức ký cam kết.', 'Các tổ chức chính trị - xã hội'],
    [
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật xã hướng dẫn.',
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật xã',
    ],
    ['Trưởng các thôn vận động nhân dân tham gia.', 'Trưởng các thôn'],
    ['Yêu cầu thủ trưởng các đơn vị nghiêm túc thực hiện.', 'thủ trưởng các đơn vị'],
  ])('%s', (sentence, unit) => {
    expect(unitAtStart(sentence)).toBe(unit);
  });

  test('after an opening phrase', () => {
    expect(
      findUnit('Căn cứ chức năng được giao, các bộ phận chuyên môn xây dựng lịch riêng.'),
    ).toBe('các bộ phận chuyên môn');
    expect(findUnit('Trong quá trình làm, nếu vướng mắc thì báo cáo.')).toBeUndefined();
  });
});

test.each([
  [
    'Phối hợp với Công an xã và Đoàn Thanh niên tổ chức ra quân.',
    ['Công an xã', 'Đoàn Thanh niên'],
  ],
  ['Chủ trì, phối hợp với các cơ quan, đơn vị rà soát.', ['các cơ quan, đơn vị']],
  [
    'Phối hợp chặt chẽ với Bộ phận Văn hóa và Thể thao; báo cáo kết quả.',
    ['Bộ phận Văn hóa và Thể thao'],
  ],
  ['Tự làm, không nhờ ai.', []],
])('partners: %s', (words, partners) => {
  expect(partnersIn(words)).toEqual(partners);
});

test.each([
  ['Tổ chức hội nghị và phát trên loa truyền thanh', ['meeting', 'radio']],
  ['Treo băng rôn, phát tờ rơi', ['poster']],
  ['Niêm yết tại nhà văn hóa thôn; đăng Trang thông tin điện tử', ['noticeboard', 'portal']],
  ['Gửi tin nhắn SMS, đăng Zalo của xã', ['sms', 'social']],
  ['Viết tin, bài về mô hình mới', ['portal']],
  ['Viết tin, bài gửi báo chí của tỉnh', ['press']],
  ['Kết hợp dân vận với công việc hằng ngày', []],
  ['Giải thích khi tiếp công dân', ['reception']],
  ['Dán thông báo tại đầu ngõ', ['noticeboard']],
  ['Nghe người dân thông báo', []],
])('channels: %s', (words, channels) => {
  expect([...channelsIn(words)].sort()).toEqual([...channels].sort());
});

describe('deadlines', () => {
  const IN_2024 = { from: '2024-01-01', to: '2024-12-31' };
  const due = (text: string, time = IN_2024) => findDue(text, [0, text.length], time);

  test.each([
    ['Báo cáo trước ngày 15/6.', '2024-06-15', 'fixed', 'trước ngày 15/6'],
    [
      'Gửi danh sách chậm nhất ngày 05 tháng 9 năm 2025.',
      '2025-09-05',
      'fixed',
      'chậm nhất ngày 05 tháng 9 năm 2025',
    ],
    ['Hoàn thành trong tháng 11/2025.', '2025-11-30', 'fixed', 'trong tháng 11/2025'],
    ['Xong trước quý II.', '2024-06-30', 'fixed', 'xong trước quý ii'],
    ['Hằng năm (trước ngày 20/11) tổng hợp.', null, 'yearly', 'trước ngày 20/11'],
    [
      'Trả lời chậm nhất 05 ngày làm việc kể từ ngày nhận phiếu.',
      null,
      'relative',
      'chậm nhất 05 ngày làm việc kể từ ngày nhận phiếu',
    ],
  ])('%s', (text, date, rule, words) => {
    const found = due(text);
    expect(found).toMatchObject({ date, rule });
    expect(found?.text.toLowerCase()).toBe(words);
    expect(text.slice(...(found?.span ?? [0, 0]))).toBe(found?.text);
  });

  test.each([
    ['trước 17 giờ 00 phút ngày 19/8/2024', '2024-08-19', 'fixed'],
    ['gửi về xã trước ngày 25 hằng tháng', null, 'monthly'],
    ['nộp trước ngày 15 tháng cuối quý', null, 'monthly'],
    ['trước ngày 15/6 và 15/12 hằng năm', null, 'yearly'],
    ['xong trong năm 2025', '2025-12-31', 'fixed'],
    ['từ tháng 4 đến tháng 6/2025', '2025-06-30', 'fixed'],
    ['trong thời hạn 03 ngày làm việc, kể từ ngày nhận đủ hồ sơ', null, 'relative'],
    ['trước khi họp ít nhất 07 ngày', null, 'relative'],
    ['trong 6 tháng đầu năm', '2024-06-30', 'fixed'],
    ['gửi tin về xã ngày 20 hằng tháng', null, 'monthly'],
    ['báo cáo vào tuần đầu của tháng cuối quý', null, 'monthly'],
    ['họp vào tuần thứ hai hằng tháng', null, 'monthly'],
  ])('also %s', (text, date, rule) => {
    expect(due(text)).toMatchObject({ date, rule });
  });

  test.each([
    ['trước ngày 15/11', '2025-11-15'],
    ['trong quý II', '2026-06-30'],
    ['xong trong tháng 9', '2026-09-30'],
    ['trước ngày 30/9/2026', '2026-09-30'],
  ])('without a year, in a plan that lasts from October to September: %s', (text, date) => {
    const time = { from: '2025-10-01', to: '2026-09-30' };
    expect(due(text, time)).toMatchObject({ date, rule: 'fixed' });
  });

  test('a day of the first year limits a duty of a plan of several years', () => {
    const time = { from: '2026-01-01', to: '2030-12-31' };
    expect(due('hoàn thành trước ngày 30/6/2026', time)?.date).toBe('2026-06-30');
    expect(due('nhận trước ngày 30/6/2025', time)).toBeNull();
  });

  test.each([
    'hồ sơ nhận trước ngày 01/7/2020',
    'đạt trong 15/20 tiêu chí',
    'tăng 5% so với năm 2023',
  ])('%s is none', (text) => {
    expect(due(text)).toBeNull();
  });

  test.each([
    ['Quý II/2026', '2026-06-30'],
    ['Tháng 4-6/2026', '2026-06-30'],
    ['30/4/2026', '2026-04-30'],
    ['Năm 2026', '2026-12-31'],
    ['Thường xuyên', undefined],
  ])('in the cell of a table: %s', (text, date) => {
    expect(
      findDueInCell(text, [0, text.length], { from: '2026-01-01', to: '2026-12-31' })?.date,
    ).toBe(date);
  });

  test.each(['Làm thường xuyên.', 'Trước hết là tuyên truyền.', 'Theo Luật năm 2024.'])(
    '%s has none',
    (text) => {
      expect(due(text)).toBeNull();
    },
  );
});

test.each([
  ['phát sóng 2 lần/tháng', { count: 2, unit: 'month' }],
  ['định kỳ hằng quý báo cáo', { count: 1, unit: 'quarter' }],
  ['báo cáo 6 tháng đầu năm, cả năm', { count: 1, unit: 'half' }],
  ['hàng tuần giao ban', { count: 1, unit: 'week' }],
  ['mỗi năm một lần', { count: 1, unit: 'year' }],
  ['thường xuyên cập nhật', 'often'],
  ['Ban Thường vụ chỉ đạo', null],
  ['mỗi tháng ít nhất 02 tin, bài', { count: 2, unit: 'month' }],
  ['3 tháng/lần', { count: 1, unit: 'quarter' }],
  ['hai lần mỗi tháng', { count: 2, unit: 'month' }],
  ['phát loa hằng ngày', 'often'],
  ['kinh phí năm 2026', null],
  ['mỗi năm mở ít nhất 2 lớp', { count: 2, unit: 'year' }],
  ['trong quý II mở 2 lớp', null],
  ['thay bảng tin 15 ngày một lần', { count: 2, unit: 'month' }],
  ['họp nửa tháng một lần', { count: 2, unit: 'month' }],
  ['trong 15 ngày', null],
  ['tuần đầu của tháng cuối quý', { count: 1, unit: 'quarter' }],
  ['phát ngày 02 buổi', 'often'],
  ['trực 24/24 giờ', 'often'],
])('how often: %s', (words, cadence) => {
  expect(findCadence(flat(words))).toEqual(cadence);
});

describe('period', () => {
  const period = (text: string) => {
    const found = periodIn({ text, span: [0, text.length] }, '2024-02-10');
    return found && [found.from, found.to];
  };

  test.each([
    ['Trong năm 2024', ['2024-01-01', '2024-12-31']],
    ['Giai đoạn 2024 - 2026', ['2024-01-01', '2026-12-31']],
    ['Từ nay đến hết ngày 30/6/2024', ['2024-02-10', '2024-06-30']],
    ['Từ ngày 01/3 đến ngày 15/4/2024', ['2024-03-01', '2024-04-15']],
    ['Từ tháng 10 năm 2024 đến hết tháng 02 năm 2025', ['2024-10-01', '2025-02-28']],
    ['Quý IV/2024', ['2024-10-01', '2024-12-31']],
    ['Từ ngày ban hành đến khi có hướng dẫn mới', ['2024-02-10', null]],
  ])('%s', (text, expected) => {
    expect(period(text)).toEqual(expected);
  });

  test('a title names it, the date of a cited document doesn’t', () => {
    const inTitle = (title: string) => periodInTitle(title, [0, title.length]);
    expect(inTitle('Tuyên truyền an toàn giao thông năm 2025')).toMatchObject({
      from: '2025-01-01',
      text: 'năm 2025',
    });
    expect(
      inTitle('Thông tin mùa mưa từ tháng 10 năm 2025 đến hết tháng 3 năm 2026'),
    ).toMatchObject({ from: '2025-10-01', to: '2026-03-31' });
    expect(inTitle('Thực hiện Chỉ thị số 4/CT-UBND ngày 5 tháng 6 năm 2024')).toBeUndefined();
    expect(inTitle('Chương trình nước sạch đến năm 2030')).toBeUndefined();
  });
});
