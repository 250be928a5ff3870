// What the register of documents and a document's page say around the document, in both languages. Pure.
import {
  passiveNames,
  relationNames,
  UNNAMED,
  validityInWords,
  validityNames,
  type Relation,
  type Validity,
  type ValidityState,
} from '#lib/documents/index.ts';
import { formatNumber, isPlainDate } from '#lib/vietnam/index.ts';
import { englishCount, englishDate } from './english-names.ts';
import { inBoth } from './in-both.ts';

/** What says whether a document is in force. */
interface Dated {
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly expiresOn: string | null;
}

const vi = {
  documents: 'Văn bản',
  lead: 'Văn bản chỉ đạo, quy định của địa phương và của cấp trên; văn bản nào còn hiệu lực, thay văn bản nào.',
  none: 'Chưa có văn bản nào được đăng',
  noneYet: 'Văn bản vào sổ của Ủy ban nhân dân rồi mới được đăng ở đây.',
  findBy: 'Tìm theo số, trích yếu, cơ quan',
  typing: 'Gõ không dấu cũng được',
  type: 'Loại',
  anyType: 'Mọi loại',
  field: 'Lĩnh vực',
  anyField: 'Mọi lĩnh vực',
  year: 'Năm',
  anyYear: 'Mọi năm',
  force: 'Hiệu lực',
  anyForce: 'Mọi tình trạng',
  inForce: 'Còn hiệu lực',
  ended: 'Đã hết hiệu lực',
  whose: 'Của ai',
  everybodys: 'Địa phương và cấp trên',
  own: 'Văn bản của địa phương',
  incoming: 'Cấp trên gửi đến',
  fromAbove: 'cấp trên',
  onDay: 'Hiệu lực xét vào ngày',
  find: 'Tìm',
  count: (count: number) => `${formatNumber(count)} văn bản`,
  asOf: (day: string) => `, hiệu lực xét vào ngày ${day}`,
  noMatch: 'Không có văn bản nào khớp',
  tryFewer: 'Thử ít chữ hơn hoặc',
  dropFilters: 'bỏ các điều kiện lọc',
  feedOf: (field: string) => `Văn bản: ${field}`,
  feed: 'Văn bản mới',
  speaksOf: 'Văn bản này nói đến',
  spokenOf: 'Văn bản khác nói đến văn bản này',
  inThis: 'Trong văn bản này',
  noText: 'Chưa có toàn văn để đọc trên trang',
  attached: 'Kèm theo',
  relations: 'Quan hệ với văn bản khác',
  graphOf: (name: string) => `Sơ đồ quan hệ của ${name}`,
  aboutThis: 'Về văn bản này',
  forceOn: (day: string) => `Hiệu lực vào ngày ${day}`,
  whyState: (state: ValidityState) => `Căn cứ của kết luận “${validityNames[state]}”`,
  otherDay: 'Xét vào ngày khác',
  show: 'Xem',
  code: 'Số, ký hiệu',
  issuer: 'Cơ quan ban hành',
  signer: 'Người ký',
  issuedOn: 'Ngày ban hành',
  inForceOn: 'Có hiệu lực từ',
  expiresOn: 'Hết hiệu lực từ',
  publishedAt: 'Đăng lúc',
  comments: 'Người dân góp ý',
  original: 'Tệp gốc',
  download: 'Tải về',
  dated: (day: string) => ` ngày ${day}`,
  state: (state: ValidityState) => validityNames[state],
  stands: (validity: Validity) => validityInWords(validity),
  nowSee: 'Nay xem',
  nowHolds: (code: string) => `Nay áp dụng ${code}.`,
  keptToRead: 'Bản dưới đây giữ để tra cứu.',
  askAt: (issuer: string) =>
    `Cổng chỉ có thông tin về văn bản này; cần bản đầy đủ, xin hỏi ${issuer || 'văn phòng Ủy ban nhân dân'}.`,
  inFile: 'Nội dung văn bản ở tệp gốc.',
  getFile: 'Tải tệp gốc',
  toFacts: 'Hiệu lực, cơ quan ban hành, người ký',
  contents: (count: number) => `Mục lục: ${formatNumber(count)} đề mục`,
  reasons: ({ reasons }: Validity, _: Dated): readonly string[] => reasons,
  does: (relation: Relation) => relationNames[relation],
  undergoes: (relation: Relation) => passiveNames[relation],
  thisOne: 'văn bản này',
  here: 'có trên cổng này',
  over: 'đã hết hiệu lực',
  notHere: 'không có trên cổng này',
  replacesKey: 'thay thế, bãi bỏ',
  amendsKey: 'sửa đổi',
  implementsKey: 'triển khai',
  citesKey: 'viện dẫn',
};

const STATES: Readonly<Record<ValidityState, string>> = {
  unknown: 'Validity not known',
  'not-yet': 'Not yet in force',
  'in-force': 'In force',
  expired: 'Expired',
  replaced: 'Replaced',
  abolished: 'Abolished',
};
const DOES: Readonly<Record<Relation, string>> = {
  cites: 'cites',
  implements: 'implements',
  replaces: 'replaces',
  amends: 'amends',
  abolishes: 'abolishes',
};
const UNDERGOES: Readonly<Record<Relation, string>> = {
  cites: 'is cited in',
  implements: 'is implemented by',
  replaces: 'is replaced by',
  amends: 'is amended by',
  abolishes: 'is abolished by',
};

export const documentWords = inBoth(vi, {
  documents: 'Documents',
  lead: 'Decisions and rules of this office and of higher levels, in Vietnamese: which are in force, and which replaced which.',
  none: 'No document has been published yet',
  noneYet: 'Documents appear here once they are registered by the People’s Committee.',
  findBy: 'Find by number, subject or issuing body (in Vietnamese)',
  typing: 'Accents are optional',
  type: 'Type',
  anyType: 'All types',
  field: 'Field of work',
  anyField: 'All fields of work',
  year: 'Year',
  anyYear: 'All years',
  force: 'Validity',
  anyForce: 'In force or not',
  inForce: 'In force',
  ended: 'No longer in force',
  whose: 'Issued by',
  everybodys: 'This office and higher levels',
  own: 'This office',
  incoming: 'Higher levels',
  fromAbove: 'higher level',
  onDay: 'Validity as of',
  find: 'Search',
  count: (count) => englishCount(count, 'document'),
  asOf: (day) => `, validity as of ${day}`,
  noMatch: 'No document matches',
  tryFewer: 'Use fewer words, or',
  dropFilters: 'drop all conditions',
  feedOf: (field) => `Documents: ${field}`,
  feed: 'New documents',
  speaksOf: 'Documents this one names',
  spokenOf: 'Documents that name this one',
  inThis: 'In this document',
  noText: 'The text can’t be read on this page',
  attached: 'Annexes',
  relations: 'Relation to other documents',
  graphOf: (name) => `Graph of relations of ${name}`,
  aboutThis: 'About this document',
  forceOn: (day) => `Validity on ${day}`,
  whyState: (state) => `Why it is “${STATES[state]}”`,
  otherDay: 'As of another day',
  show: 'Show',
  code: 'Number',
  issuer: 'Issued by',
  signer: 'Signed by',
  issuedOn: 'Issued on',
  inForceOn: 'In force from',
  expiresOn: 'Ends on',
  publishedAt: 'Published here',
  comments: 'Public consultation',
  original: 'Original file',
  download: 'Download',
  dated: (day) => ` of ${day}`,
  state: (state) => STATES[state],
  stands: englishStanding,
  nowSee: 'Now see',
  nowHolds: (code) => (code === UNNAMED ? 'Another document holds now.' : `${code} holds now.`),
  keptToRead: 'The text below is kept for reference.',
  askAt: (issuer) =>
    `Only facts about this document are published here; for its text, ask ${issuer || 'the office'}.`,
  inFile: 'The text is in the original file.',
  getFile: 'Download the original file',
  toFacts: 'Validity, issuing body, signatory',
  contents: (count) => `Contents: ${englishCount(count, 'heading')}`,
  reasons: (validity, document) => englishReasons(validity, document),
  does: (relation) => DOES[relation],
  undergoes: (relation) => UNDERGOES[relation],
  thisOne: 'this document',
  here: 'on this site',
  over: 'no longer in force',
  notHere: 'not on this site',
  replacesKey: 'replaces, abolishes',
  amendsKey: 'amends',
  implementsKey: 'implements',
  citesKey: 'cites',
});

function englishStanding({ state, since, amendedBy }: Validity): string {
  const part = state === 'in-force' && amendedBy.length > 0 ? ', amended in part' : '';
  return `${STATES[state]}${part}${since ? ` since ${englishDay(since)}` : ''}`;
}

/** Which dates and which document say so, in the order of the Vietnamese reasons. */
function englishReasons({ state, since, endedBy, amendedBy }: Validity, document: Dated): string[] {
  const { issuedOn, inForceOn, expiresOn } = document;
  const begins = inForceOn
    ? `In force from ${englishDay(inForceOn)}.`
    : issuedOn
      ? `Signed on ${englishDay(issuedOn)}; the register has no separate day of effect.`
      : 'The register has neither the day of signing nor the day of effect.';
  const end =
    since === null
      ? expiresOn && `Ends on ${englishDay(expiresOn)}.`
      : `${STATES[state]}${endedBy ? ` by ${englishName(endedBy)}` : ''} from ${englishDay(since)}.`;
  const amended = amendedBy.map(
    ({ code, from }) => `Amended by ${englishName(code)} from ${englishDay(from)}.`,
  );
  return end ? [begins, ...amended, end] : [begins, ...amended];
}

/** A number is the same in both; only what stands for one is words. */
function englishName(code: string): string {
  return code === UNNAMED ? 'another document' : code;
}

function englishDay(day: string): string {
  return isPlainDate(day) ? englishDate(day) : day;
}
