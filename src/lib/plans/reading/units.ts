// The unit that an item of a plan addresses: "Giao Sở Tư pháp theo dõi …" addresses Sở Tư pháp.
import { sure } from '#lib/documents/index.ts';
import { flat } from '#lib/documents/index.ts';

/** Words that open the name of a unit, in flat letters. */
const HEADS =
  /^(?:cac |tat ca |cap uy|so |sở|ubnd|uy ban|cong an|phong |ban |van phong|cong chuc|bo phan|dai |hoi |doan |thanh tra|thue |bao |mat tran|ubmttq|trung tam|chi cuc|cuc |vien |toa an|giam doc|thu truong|truong |chu tich|can bo|hoi dong|lien minh|hiep hoi|doanh nghiep|kho bac|ngan hang|tram |thon|to |don vi|co quan|bo |lien doan|cong doan|tong |dang uy|hat |quan su|dia phuong|nguoi dung dau|hdnd|thuong truc|bi thu|ke toan|van hoa|tu phap|quy |hop tac xa|doi |tieu ban|chi bo|nhan dan|ban,|to chuc)/;

const ASKED =
  /^(?:de nghi|giao cho|giao|yeu cau|phan cong|trach nhiem cua|doi voi|kinh de nghi|moi|chi dao)\s*:?\s+/;

// Verbs with which the duty begins; in small letters, since "Sở Xây dựng" is a name.
const VERBS = [
  'chủ trì',
  'chủ động',
  'phối hợp',
  'chịu trách nhiệm',
  'có trách nhiệm',
  'có nhiệm vụ',
  'là cơ quan',
  'là đơn vị',
  'là đầu mối',
  'là thường trực',
  'làm đầu mối',
  'làm',
  'tham mưu',
  'căn cứ',
  'theo chức năng',
  'theo dõi',
  'theo quy định',
  'theo thẩm quyền',
  'theo nhiệm vụ',
  'thực hiện',
  'tăng cường',
  'kiện toàn',
  'hướng dẫn',
  'xây dựng',
  'triển khai',
  'bố trí',
  'cân đối',
  'đẩy mạnh',
  'chỉ đạo',
  'quan tâm',
  'kịp thời',
  'được giao',
  'được phân công',
  'nghiêm túc',
  'tiếp tục',
  'bảo đảm',
  'đảm bảo',
  'cung cấp',
  'tiếp nhận',
  'kiểm tra',
  'đôn đốc',
  'giám sát',
  'tuyên truyền',
  'vận động',
  'phát động',
  'đề xuất',
  'rà soát',
  'phổ biến',
  'lồng ghép',
  'định kỳ',
  'thường xuyên',
  'báo cáo',
  'cử',
  'biên tập',
  'đăng tải',
  'phát huy',
  'quán triệt',
  'trong phạm vi',
  'trong quá trình',
  'khẩn trương',
  'lập',
  'xem xét',
  'tổng hợp',
  'tập trung',
  'nâng cao',
  'hỗ trợ',
  'huy động',
  'cập nhật',
  'bám sát',
  'nghiên cứu',
  'tham gia',
  'hằng năm',
  'hàng năm',
  'trên cơ sở',
  'phân công',
  'giúp',
  'mở',
  'thẩm định',
  'ban hành',
  'định hướng',
  'in',
  'sử dụng',
  'quản lý',
  'đưa',
  'viết',
  'gửi',
  'sẽ',
  'cần',
  'phải',
  'thống nhất',
  'khai thác',
  'nắm',
  'nhằm',
  'để',
  'ứng dụng',
  'đề nghị',
  'bằng nhiều',
  'phát(?! thanh| triển)',
  'chuẩn bị',
  'thu thập',
  'thống kê',
  'treo',
  'soạn',
  'niêm yết',
  'tiến hành',
  'khảo sát',
  'duy trì',
  'đánh giá',
  'tuần tra',
];
/** Verbs that open a condition or a rule for all rather than a deed. */
const NO_DEED = new Set([
  'căn cứ',
  'theo chức năng',
  'theo quy định',
  'theo thẩm quyền',
  'theo nhiệm vụ',
  'trong phạm vi',
  'trong quá trình',
  'trên cơ sở',
  'hằng năm',
  'hàng năm',
  'được giao',
  'được phân công',
  'nhằm',
  'để',
  'cần',
  'phải',
  'sẽ',
  'in',
  'đề nghị',
  'kịp thời',
  'quan tâm',
]);
const ORGANISE =
  'tổ chức(?! (?:chính trị|xã hội|thành viên|đoàn thể|hội|đảng|tôn giáo|kinh tế|phi chính phủ|công đoàn|có liên quan|liên quan|quốc tế)|,| và cá nhân|\\s*$|;|:)';
const VERB = new RegExp(
  `(?<=[\\s,])(?:${[...VERBS].sort((a, b) => b.length - a.length).join('|')}|${ORGANISE})(?=[\\s,:;.]|$)`,
  'gu',
);

// Words that a verb can follow inside a name: "Ban chỉ đạo", "Bộ phận tiếp nhận", "Tổ tuyên truyền".
const NAME_BEFORE =
  /(?:^|\s)(?:ban|tổ|đội|hội đồng|bộ phận|trung tâm|tiểu ban|nhóm|quỹ|cơ quan tham mưu giúp việc|viện|phòng|việc|tới|trong)\s$/iu;

/** Without "Đề nghị", "Giao", "Yêu cầu" before it. */
export function withoutAsking(words: string): { words: string; cut: number } {
  const found = ASKED.exec(flat(words));
  return found ? { words: words.slice(found[0].length), cut: found[0].length } : { words, cut: 0 };
}

/** The council whose name itself is made of verbs. */
const COUNCIL =
  /^Hội đồng (?:phối hợp )?(?:công tác )?phổ biến,? giáo dục pháp luật|^Hội đồng [Tt]hi đua,?(?: -)? [Kk]hen thưởng/u;

/** The name at the start of a sentence, up to its verb. */
export function unitAtStart(sentence: string): string {
  const { words } = withoutAsking(sentence);
  const named = COUNCIL.exec(words)?.[0].length ?? 0;
  for (const match of words.matchAll(VERB)) {
    if (match.index < Math.max(4, named) || NAME_BEFORE.test(words.slice(0, match.index))) continue;
    return tidy(words.slice(0, match.index));
  }
  return tidy(words);
}

/** A heading names the unit as a whole; only one that leads on with a colon may hold a verb. */
export function unitInHeading(heading: string, leadsOn: boolean): string {
  return leadsOn ? unitAtStart(heading) : tidy(withoutAsking(heading).words);
}

function tidy(name: string): string {
  return name
    .replace(/[\s,;:.–-]+$/u, '')
    .replace(/\s+(?:và|cần|phải|sẽ|có)$/u, '')
    .trim();
}

/** Whether words could name a unit. */
export function looksLikeUnit(words: string): boolean {
  const bare = withoutAsking(words).words.trim();
  return HEADS.test(`${flat(bare)} `) && !ORGANISES.test(`${bare} `);
}

/** "Tổ chức hội nghị" is a deed, "Tổ chức chính trị - xã hội" a body. */
const ORGANISES = new RegExp(`^${ORGANISE.replace('tổ', '[Tt]ổ')}\\s`, 'u');

const OPENING_VERB = new RegExp(
  `^(?:${VERBS.filter((verb) => !NO_DEED.has(verb)).join('|')}|${ORGANISE})(?=[\\s,:;.]|$)`,
  'u',
);

/** Whether a sentence says at once what is to be done, without saying by whom. */
export function opensWithVerb(sentence: string): boolean {
  return OPENING_VERB.test(sentence.charAt(0).toLowerCase() + sentence.slice(1));
}

/** Whether a sentence gives the deed to somebody further on: "…, giao Văn phòng thực hiện", "… do thôn làm". */
export function namesUnit(sentence: string): boolean {
  const given = /(?<![\p{L}])(?:giao(?: cho)?|do|phân công|đề nghị|yêu cầu|trách nhiệm của)\s+/giu;
  return [...sentence.matchAll(given)].some((match) =>
    HEADS.test(`${flat(sentence.slice(match.index + match[0].length))} `),
  );
}

/**
 * The unit of a sentence: at its start, or after an opening phrase ("Căn cứ …, các sở, ngành … có
 * trách nhiệm …").
 */
export function findUnit(sentence: string): string | undefined {
  if (looksLikeUnit(sentence)) return unitAtStart(sentence);
  if (!/^(?:can cu|tren co so|theo|de |hang nam|dinh ky)/.test(flat(sentence))) return undefined;
  for (const comma of sentence.slice(0, 200).matchAll(/,\s+/g)) {
    const rest = sentence.slice(comma.index + comma[0].length);
    if (
      looksLikeUnit(rest) &&
      !/^(?:to chuc|cac nhiem vu|cac noi dung|thon|bo sung)/.test(flat(rest))
    )
      return unitAtStart(rest);
  }
  return undefined;
}

const UNIT_WORD =
  '(?:Sở|Công an|Ủy ban|Uỷ ban|UBND|UBMTTQ|MTTQ|HĐND|Hội|Công chức|Công đoàn|Văn phòng|Ban|Phòng|Đài|Đoàn|Mặt trận|Bộ phận|Bộ Chỉ huy|Trung tâm|Trạm|Trường|Tổ|Thôn|Trưởng|Thuế|Thanh tra|Báo|Chi cục|Hạt|Viện|Tòa án|Các|các|cơ quan|đơn vị|ban,|đoàn thể)';
const PARTNER_LIST = new RegExp(
  `\\s*;\\s*|\\s+-\\s+(?=${UNIT_WORD}\\s)|\\s*,\\s*(?:và\\s+)?(?=${UNIT_WORD}\\s)|\\s+và\\s+(?=${UNIT_WORD}[\\s,])`,
  'gu',
);
const PARTNER_SPLIT = new RegExp(
  `\\s*(?:,|;)\\s+(?:và\\s+)?(?=${UNIT_WORD}\\s)|\\s+và\\s+(?=${UNIT_WORD}[\\s,])`,
  'gu',
);

/** Names of units in a list: the cell of a table, what stands after "Đơn vị phối hợp:". */
export function splitPartners(list: string): string[] {
  return joinPlain(list.replace(/[\s.;,]+$/, '').split(PARTNER_LIST)).filter((name) => name !== '');
}

/** Units named as partners: "phối hợp với …". */
export function partnersIn(words: string): string[] {
  const partners: string[] = [];
  for (const match of words.matchAll(
    /phối hợp(?: chặt chẽ| thường xuyên| đồng bộ)?(?: cùng| với)(?: với)? /giu,
  )) {
    const rest = sure(words.slice(match.index + match[0].length).split(PARTNERS_END)[0]).slice(
      0,
      240,
    );
    const named = unitAtStart(` ${rest}`.trimStart());
    for (const partner of joinPlain(named.split(PARTNER_SPLIT))) {
      if (partner && !partners.includes(partner)) partners.push(partner);
    }
  }
  return partners;
}

/** A sentence mark, a dash that opens a detail, or the word for what they do together. */
const PARTNERS_END = new RegExp(
  '[.;:()]|\\s[-+]\\s+(?=(?:' +
    [...VERBS, 'tổ chức'].map((verb) => verb.charAt(0).toUpperCase() + verb.slice(1)).join('|') +
    ')\\s)|,?\\s(?:trong|để|nhằm|về|khi|nếu|tại|từ|trước|trên|theo|giữ|chuẩn bị|điều tra|ngăn chặn|duy trì|cùng|tạo|' +
    'đánh giá|trao|lựa chọn|chọn|chăm lo|bảo vệ|phát hiện|phòng ngừa|nhân rộng|giới thiệu|gặp|ký|thành lập|vận hành|' +
    'khảo sát|tuần tra|xử lý|giải quyết|tiến hành|phân loại|điều phối|thống kê)\\s',
  'u',
);

/** "cơ quan, đơn vị" is one group of partners, not two. */
function joinPlain(parts: string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const small = /^\p{Ll}/u.test(part) && !/^các\s/u.test(part);
    if (last !== undefined && small && /^\p{Ll}/u.test(last))
      joined[joined.length - 1] = `${last}, ${part}`;
    else joined.push(part.trim());
  }
  return joined;
}
