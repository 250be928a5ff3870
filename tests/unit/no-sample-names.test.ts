// Rules recognise kinds of documents, not the documents they were tried on: no name of a place, person
// or file of the samples may stand in them (tests and data apart).
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const NAMES =
  /Tiền Tiến|Hải Dương|Lào Cai|Cần Thơ|Bắc Ninh|Lai Châu|Đắk Lắk|Đồng Tháp|Nghệ An|Hồ Chí Minh|Vũng Tàu|Quảng Trị|Đồng Nai|Vĩnh Long|Sơn La|Thanh Hóa|\.txt'/u;

/** Words of a rule, without the comments that explain it by an example. */
function codeOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

test.each(
  globSync('src/lib/{documents,plans/reading}/**/*.ts').filter(
    (path) => !path.endsWith('.test.ts'),
  ),
)('%s', (path) => {
  expect(codeOf(path)).not.toMatch(NAMES);
});
