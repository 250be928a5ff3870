// Written Vietnamese as it is said aloud.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSpoken } from './spoken.ts';

test.each([
  ['UBND xã và HĐND xã họp.', 'Ủy ban nhân dân xã và Hội đồng nhân dân xã họp.'],
  ['Bộ phận TTHC làm việc.', 'Bộ phận thủ tục hành chính làm việc.'],
  [
    'Nghị định 30/2020/NĐ-CP quy định.',
    'Nghị định số ba mươi năm hai nghìn không trăm hai mươi của Chính phủ quy định.',
  ],
  [
    'Theo 30/2020/NĐ-CP',
    'Theo Nghị định số ba mươi năm hai nghìn không trăm hai mươi của Chính phủ',
  ],
  ['nghị định của Chính phủ số 4/NĐ-CP', 'nghị định của Chính phủ số bốn'],
  ['Quyết định số 12/QĐ-UBND của UBND xã', 'Quyết định số mười hai của Ủy ban nhân dân xã'],
  [
    'Nghị quyết số 5/NQ-HĐND ngày 03/6/2023 của HĐND xã',
    'Nghị quyết số năm ngày ba tháng sáu năm hai nghìn không trăm hai mươi ba của Hội đồng nhân dân xã',
  ],
  [
    'Chỉ thị 7/CT-TTg ngày 3 tháng 6 năm 2023 của Thủ tướng Chính phủ',
    'Chỉ thị số bảy ngày ba tháng sáu năm hai nghìn không trăm hai mươi ba của Thủ tướng Chính phủ',
  ],
  ['Quyết định số 12/QĐ-UBND.', 'Quyết định số mười hai của Ủy ban nhân dân.'],
  [
    'Quyết định này thay 12/KH-UBND',
    'Quyết định này thay Kế hoạch số mười hai của Ủy ban nhân dân',
  ],
  ['Thông tư số: 2/TT-BTP', 'Thông tư số hai của Bộ Tư pháp'],
  ['văn bản 5/ABC-UBND', 'văn bản số năm, ABC Ủy ban nhân dân'],
  ['ngày 03/6/2023', 'ngày ba tháng sáu năm hai nghìn không trăm hai mươi ba'],
  ['Từ 01/7, xã đổi giờ.', 'Từ ngày một tháng bảy, xã đổi giờ.'],
  ['trong tháng 4/2023', 'trong tháng tư năm hai nghìn không trăm hai mươi ba'],
  ['Sáng từ 7h30 đến 11:00', 'Sáng từ bảy giờ ba mươi phút đến mười một giờ'],
  ['Lệ phí 1.250.000 đồng', 'Lệ phí một triệu hai trăm năm mươi nghìn đồng'],
  ['đạt 97,5 %', 'đạt chín mươi bảy phẩy năm phần trăm'],
  ['Gọi 0220 354 2445.', 'Gọi không hai hai không, ba năm bốn, hai bốn bốn năm.'],
  ['Gọi 113 khi cần.', 'Gọi một một ba khi cần.'],
  ['Xem https://a.example/x?y=1 nhé', 'Xem địa chỉ ghi trong bài nhé'],
  ['TP. Hải Dương', 'thành phố Hải Dương'],
  ['Có 12 m² đất', 'Có mười hai mét vuông đất'],
])('%s', (written, spoken) => {
  expect(toSpoken(written)).toBe(spoken);
});

test.each(['Ngõ 31/12A giữ nguyên', 'Mã 1.001193 giữ nguyên', 'ngày 31/2/2023'])(
  'what is no date, hour or amount isn’t made one: %s',
  (written) => expect(toSpoken(written)).not.toMatch(/tháng|giờ|phần trăm/u),
);

test('leaves no digit of an ordinary amount, and is done when said once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (amount) => {
      const said = toSpoken(`Chi ${amount.toLocaleString('vi-VN')} đồng`);
      expect(said).not.toMatch(/\d/u);
      expect(toSpoken(said)).toBe(said);
    }),
  );
});

test('whatever stands there, lines stay lines', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
      const text = parts.join('\n');
      expect(toSpoken(text).split('\n')).toHaveLength(text.normalize('NFC').split('\n').length);
    }),
  );
});
