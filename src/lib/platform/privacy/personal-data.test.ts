import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

const kindsIn = (text: string, known?: string[]) =>
  findPersonalData(text, known).map((hit) => [hit.kind, hit.text]);

describe('finding personal data before text becomes public', () => {
  it('finds identity numbers written with and without blanks', () => {
    expect(kindsIn('CCCD 030199001234 cấp năm 2021')).toEqual([
      ['identity-number', '030199001234'],
    ]);
    expect(kindsIn('số định danh 030 199 001 234')).toEqual([
      ['identity-number', '030 199 001 234'],
    ]);
    expect(kindsIn('CMND số 141234567')).toEqual([['identity-number', '141234567']]);
  });

  it('finds telephones in the ways people write them', () => {
    for (const number of [
      '0912345678',
      '0912 345 678',
      '0912.345.678',
      '+84 912 345 678',
      '02203 542 445',
      '0912\u00a0345\u00a0678',
      '0912–345–678',
      '(0220) 3542 445',
      '(+84) 912 345 678',
    ]) {
      expect(kindsIn(`Liên hệ ${number} để biết thêm.`)).toEqual([['telephone', number]]);
    }
  });

  it('finds both of two telephones parted by a stroke', () => {
    expect(kindsIn('ĐT: 0912.345.678/0987 654 321')).toEqual([
      ['telephone', '0912.345.678'],
      ['telephone', '0987 654 321'],
    ]);
  });

  it('leaves alone the numbers the office publishes on purpose', () => {
    expect(kindsIn('Đường dây nóng 02203 542 445', ['02203542445'])).toEqual([]);
    expect(kindsIn('Đường dây nóng +84 2203 542 445', ['02203.542.445'])).toEqual([]);
  });

  it('leaves alone document numbers, dates, amounts and case codes', () => {
    for (const text of [
      'Kế hoạch số 446/KH-UBND ngày 30/12/2022',
      'Nghị định 122/2018/NĐ-CP ngày 17/9/2018',
      'kinh phí 1.250.000.000 đồng',
      'Mã hồ sơ: 0912345678',
      'giai đoạn 2021 - 2025',
      'hồ sơ 000.00.19.H26-230105-0001',
      'tổng số 2639 hồ sơ',
      'Quyết định số 0123456789/QĐ-UBND',
      'từ ngày 01/02/2023 đến ngày 30/06/2023',
    ]) {
      expect(kindsIn(text)).toEqual([]);
    }
  });

  it('finds plots, bank accounts, birth dates and health matters', () => {
    expect(kindsIn('thửa đất số 125, tờ bản đồ số 7')[0]?.[0]).toBe('land-plot');
    expect(kindsIn('Số tài khoản: 1903 4567 8901')[0]?.[0]).toBe('bank-account');
    expect(kindsIn('sinh ngày 02/3/1980')[0]).toEqual(['birth-date', '02/3/1980']);
    expect(kindsIn('kết quả dương tính với HIV')[0]?.[0]).toBe('health');
  });

  it('finds mail addresses, but for the office’s own', () => {
    const text = 'Gửi về ubnd@xa.example hoặc 0912345678@thu.example.vn.';
    expect(kindsIn(text, ['UBND@xa.example'])).toEqual([['email', '0912345678@thu.example.vn']]);
    expect(kindsIn('kênh @xatientien, giá 5@2')).toEqual([]);
  });

  it.each([
    ['Cháu Nguyễn Thị Hoa, 7 tuổi, ở thôn Đông', 'Nguyễn Thị Hoa, 7 tuổi'],
    ['em Hoa (sinh năm 2015) được tặng xe đạp', 'Hoa (sinh năm 2015'],
    ['học sinh Trần Văn Minh, lớp bốn, 10 tuổi', 'Trần Văn Minh, lớp bốn, 10 tuổi'],
    ['trẻ em Lê Thị Na SN 2016', 'Lê Thị Na SN 2016'],
    ['bé gái 5 tuổi tên An', '5 tuổi tên An'],
  ])('finds the child in %j', (text, found) => {
    expect(kindsIn(text)).toEqual([['minor', found]]);
    expect(findPersonalData(maskPersonalData(text, findPersonalData(text)))).toEqual([]);
  });

  it.each([
    'Trẻ em Việt Nam từ 6 tuổi đến 11 tuổi được tiêm chủng',
    'trẻ em dưới 16 tuổi được cấp thẻ',
    'các cháu 6 tuổi vào lớp một',
    'học sinh Trường Tiểu học Tiền Tiến, 10 tuổi trở lên',
    'ông Nguyễn Văn Bình, 70 tuổi',
    'em Nguyễn Văn Bình, 19 tuổi, lên đường nhập ngũ',
    'Tháng hành động vì trẻ em năm 2023',
    'cháu Hoa dưới 6 tuổi',
    'anh chị em Hội Nông dân xã',
  ])('sees no child told apart in %j', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('masks without changing the length, whatever was found', () => {
    const text = 'Bé Hoa, 7 tuổi: nhiễm HIV; hỏi hoa.me@thu.example hoặc 0912 345 678.';
    const masked = maskPersonalData(text, findPersonalData(text));
    expect(masked).toBe('Bé ***, * tuổi: ***** ***; hỏi ******@thu.example hoặc **** *** *78.');
    expect(masked).toHaveLength(text.length);
  });

  it('masks so that nothing is found any more, and keeps the rest', () => {
    const text = 'Gọi 0912 345 678 hoặc xem CCCD 030199001234.';
    const masked = maskPersonalData(text, findPersonalData(text));
    expect(masked).toBe('Gọi **** *** *78 hoặc xem CCCD **********34.');
    expect(findPersonalData(masked)).toEqual([]);
  });

  it('never throws, gives hits in order, and masking is final', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 .-+/sốCMNDthửatờ') }),
        (text) => {
          const hits = findPersonalData(text);
          hits.forEach((hit, index) => {
            expect(text.slice(hit.start, hit.end)).toBe(hit.text);
            expect(hit.start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
          });
          expect(maskPersonalData(text, hits)).toHaveLength(text.length);
        },
      ),
    );
  });
});
