// The 29 types of administrative documents (Decree 30/2020/NĐ-CP, article 7) and the types of
// normative and party documents that are cited.
import { flat } from './flat.ts';
import { sure } from './sure.ts';

export interface DocumentType {
  /** Abbreviation in a code, `CV` for a letter, which has none. */
  type: string;
  name: string;
}

/** Types a document of an office can have. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { type: 'NQ', name: 'Nghị quyết' },
  { type: 'QĐ', name: 'Quyết định' },
  { type: 'CT', name: 'Chỉ thị' },
  { type: 'QC', name: 'Quy chế' },
  { type: 'QyĐ', name: 'Quy định' },
  { type: 'TC', name: 'Thông cáo' },
  { type: 'TB', name: 'Thông báo' },
  { type: 'HD', name: 'Hướng dẫn' },
  { type: 'CTr', name: 'Chương trình' },
  { type: 'KH', name: 'Kế hoạch' },
  { type: 'PA', name: 'Phương án' },
  { type: 'ĐA', name: 'Đề án' },
  { type: 'DA', name: 'Dự án' },
  { type: 'BC', name: 'Báo cáo' },
  { type: 'BB', name: 'Biên bản' },
  { type: 'TTr', name: 'Tờ trình' },
  { type: 'HĐ', name: 'Hợp đồng' },
  { type: 'CV', name: 'Công văn' },
  { type: 'CĐ', name: 'Công điện' },
  { type: 'BGN', name: 'Bản ghi nhớ' },
  { type: 'BTT', name: 'Bản thỏa thuận' },
  { type: 'GUQ', name: 'Giấy ủy quyền' },
  { type: 'GM', name: 'Giấy mời' },
  { type: 'GGT', name: 'Giấy giới thiệu' },
  { type: 'GNP', name: 'Giấy nghỉ phép' },
  { type: 'PG', name: 'Phiếu gửi' },
  { type: 'PC', name: 'Phiếu chuyển' },
  { type: 'PB', name: 'Phiếu báo' },
  { type: 'ThC', name: 'Thư công' },
];

/** Types that are cited besides: normative documents and those of the party. */
export const CITED_TYPES: readonly DocumentType[] = [
  { type: 'HP', name: 'Hiến pháp' },
  { type: 'Luật', name: 'Bộ luật' },
  { type: 'Luật', name: 'Luật' },
  { type: 'PL', name: 'Pháp lệnh' },
  { type: 'L', name: 'Lệnh' },
  { type: 'NĐ', name: 'Nghị định' },
  { type: 'TTLT', name: 'Thông tư liên tịch' },
  { type: 'NQLT', name: 'Nghị quyết liên tịch' },
  { type: 'TT', name: 'Thông tư' },
  { type: 'KL', name: 'Kết luận' },
  { type: 'CTr', name: 'Chương trình hành động' },
  { type: 'CTr', name: 'Chương trình công tác' },
  { type: 'TTr', name: 'Tờ trình' },
  { type: 'CV', name: 'Văn bản' },
];

const BY_NAME = new Map<string, DocumentType>();
for (const type of [...CITED_TYPES, ...DOCUMENT_TYPES]) BY_NAME.set(flat(type.name), type);
BY_NAME.set('chuong trinh hanh dong', { type: 'CTr', name: 'Chương trình' });
BY_NAME.set('chuong trinh cong tac', { type: 'CTr', name: 'Chương trình' });
for (const [name, type] of [
  ['thong cao bao chi', 'TC'],
  ['cong dien khan', 'CĐ'],
  ['cong dien hoa toc', 'CĐ'],
] as const)
  BY_NAME.set(name, sure(DOCUMENT_TYPES.find((each) => each.type === type)));
BY_NAME.set('van ban', { type: 'CV', name: 'Công văn' });

const BY_SYMBOL = new Map<string, DocumentType>();
for (const type of [...DOCUMENT_TYPES, ...CITED_TYPES]) {
  if (!BY_SYMBOL.has(type.type)) BY_SYMBOL.set(type.type, type);
}

/** The type that a name stands for, in whatever letters and marks it is written. */
export function findTypeByName(name: string): DocumentType | undefined {
  return BY_NAME.get(flat(name).replace(/\s+/g, ' ').trim());
}

/** The type a symbol such as `KH-UBND`, `QĐ-TTg` or `CTr/TU` begins with. */
export function findTypeBySymbol(symbol: string): DocumentType | undefined {
  const first = symbol.split(/[-/]/)[0] ?? '';
  if (/^QH\d+$/.test(first)) return BY_SYMBOL.get('Luật');
  return BY_SYMBOL.get(first);
}

/** Names of all types in flat letters, longest first, for patterns. */
export const TYPE_NAMES: readonly string[] = [...BY_NAME.keys()].sort(
  (a, b) => b.length - a.length,
);
