// What a heading of a plan is about.
import { flat } from '#lib/documents/index.ts';

export type Role =
  | 'purpose'
  | 'requirement'
  | 'audience'
  | 'period'
  | 'content'
  | 'measure'
  | 'assignment'
  | 'budget'
  | 'report'
  | 'scope'
  | 'goal';

const PATTERNS: readonly [Role, RegExp][] = [
  ['assignment', /to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem(?! xa hoi)|giao nhiem vu/],
  ['report', /che do (?:thong tin,? )?bao cao|thong tin,? bao cao|so ket|tong ket/],
  ['budget', /kinh phi|nguon von|ngan sach|nguon luc tai chinh/],
  ['purpose', /muc dich/],
  ['requirement', /yeu cau/],
  ['goal', /muc tieu|chi tieu/],
  ['audience', /doi tuong/],
  ['scope', /pham vi|dia ban|thanh phan/],
  ['period', /thoi gian|thoi han|tien do thuc hien/],
  ['measure', /hinh thuc|bien phap|phuong thuc|cach thuc|giai phap/],
  ['content', /noi dung|nhiem vu|chu de/],
];

/** The roles a heading names, in the order of its words. */
export function rolesOf(heading: string | null): Role[] {
  if (heading === null || heading.length > 160) return [];
  const words = flat(heading);
  // Forms and conditions of commendation are no measures of the plan.
  if (/khen thuong|ky luat/.test(words) && !/to chuc thuc hien/.test(words)) return [];
  return PATTERNS.map(([role, pattern]) => ({ role, at: words.search(pattern) }))
    .filter((found) => found.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((found) => found.role);
}

/** The role of a short heading that opens with the word for it ("Đối tượng thực hiện"). */
export function openingRole(heading: string | null): Role | undefined {
  if (heading === null || heading.length > 90) return undefined;
  const words = flat(heading);
  const found = PATTERNS.find(
    ([, pattern]) => words.slice(0, 18).search(pattern) === 0 || words.search(pattern) === 0,
  );
  return found?.[0];
}
