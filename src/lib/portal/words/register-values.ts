// Values of a procedure that come from fixed lists of the national register, or that Loa words itself: who
// applies, how one files, how long it takes, what it costs. Whatever else the register says stays. Pure.
import { listParts } from '#lib/procedures/index.ts';
import type { Language } from '#lib/ui/index.ts';
import { englishCount } from './english-names.ts';
import { ENGLISH_FIELDS } from './register-fields.ts';

/** Words with their `lang`, where they stand among words in another language. */
export interface Worded {
  readonly text: string;
  readonly lang: 'vi' | 'en' | undefined;
}

const FORMS: Readonly<Record<string, string>> = {
  'Trực tiếp': 'In person',
  'Trực tuyến': 'Online',
  'Dịch vụ bưu chính': 'By post',
  'Không ghi cách nộp': 'Not stated',
};
const AUDIENCES: Readonly<Record<string, string>> = {
  'Công dân Việt Nam': 'Vietnamese citizens',
  'Người Việt Nam định cư ở nước ngoài': 'Vietnamese who live abroad',
  'Người nước ngoài': 'Foreign nationals',
  'Cán bộ, công chức, viên chức': 'Public officials and employees',
  'Doanh nghiệp': 'Businesses',
  'Doanh nghiệp có vốn đầu tư nước ngoài': 'Businesses with foreign investment',
  'Tổ chức': 'Organisations',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)':
    'Organisations other than businesses and cooperatives',
  'Tổ chức nước ngoài': 'Foreign organisations',
  'Hợp tác xã': 'Cooperatives',
};
const LEVELS: Readonly<Record<string, string>> = {
  'Cấp Bộ': 'Ministry level',
  'Cấp Tỉnh': 'Province level',
  'Cấp Huyện': 'District level',
  'Cấp Xã': 'Commune level',
  'Cơ quan khác': 'Other body',
};
const UNITS: Readonly<Record<string, string>> = {
  'ngày làm việc': 'working day',
  ngày: 'day',
  giờ: 'hour',
  tháng: 'month',
  năm: 'year',
};
const NOT_IN_DAYS = 'Không ghi bằng ngày, xem phần mô tả';

/** What a value is in English; undefined for what only the register itself can say. */
const ENGLISH = {
  form: (text: string) => FORMS[text],
  audience: (text: string) => allOf(listParts(text), ', ', (part) => AUDIENCES[part]),
  level: (text: string) => allOf(listParts(text), ', ', (part) => LEVELS[part]),
  field: (text: string) => ENGLISH_FIELDS[text],
  /** As `readTerm` words it; several ways joined by "hoặc". */
  term: (text: string) => allOf(text.split(' hoặc '), ' or ', englishTerm),
  /** As `readFees` words it. */
  fee: (text: string) => allOf(text.split('; '), '; ', englishFee),
  /** As `countsInWords` says it. */
  counts: (text: string) => allOf(text.split(', '), ', ', englishPapers),
} as const;

export function registerValue(
  language: Language,
  kind: keyof typeof ENGLISH,
  text: string,
): Worded {
  if (language === 'vi') return { text, lang: undefined };
  const english = ENGLISH[kind](text);
  return english === undefined ? { text, lang: 'vi' } : { text: english, lang: 'en' };
}

/** All parts in English, or nothing: half a sentence helps nobody. */
function allOf(
  parts: readonly string[],
  joined: string,
  say: (part: string) => string | undefined,
): string | undefined {
  const said = parts.map(say);
  const isWhole = said.length > 0 && said.every((part) => part !== undefined);
  return isWhole ? said.join(joined) : undefined;
}

function englishTerm(text: string): string | undefined {
  if (text === NOT_IN_DAYS) return 'not given in days, see the note';
  const [, amount = '', written = ''] = /^(\d+(?:,\d+)?) (.+)$/.exec(text) ?? [];
  const unit = UNITS[written];
  if (!unit) return undefined;
  return amount.includes(',')
    ? `${amount.replace(',', '.')} ${unit}s`
    : englishCount(Number(amount), unit);
}

function englishFee(text: string): string | undefined {
  if (text === 'Không mất phí') return 'Free of charge';
  const [, amount] = /^(?:(?:Phí|Lệ phí): )?([\d.]+) đồng$/i.exec(text) ?? [];
  return amount && `${amount.replaceAll('.', ',')} VND`;
}

function englishPapers(text: string): string | undefined {
  const [, count = '', kind] = /^(\d+) (bản chính|bản sao)$/.exec(text) ?? [];
  if (!kind) return undefined;
  if (kind === 'bản chính') return englishCount(Number(count), 'original');
  return count === '1' ? '1 copy' : `${count} copies`;
}
