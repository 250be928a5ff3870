// Slips of the key: fixed terms with a wrong mark, words written twice, one word spelt two ways.
import { sure } from '../sure.ts';
import { collapse, normalizeTones } from '#lib/vietnam/index.ts';
import { finding, type Finding } from '../findings.ts';
import { flat } from '../flat.ts';
import type { Span } from '../spans.ts';

/** Terms that no other words share the bare letters of. */
const TERMS = [
  'cổng thông tin điện tử',
  'trang thông tin điện tử',
  'cổng thông tin',
  'cổng dịch vụ công',
  'thủ tục hành chính',
  'cải cách hành chính',
  'ủy ban nhân dân',
  'hội đồng nhân dân',
  'mặt trận tổ quốc',
  'phổ biến, giáo dục pháp luật',
  'phổ biến giáo dục pháp luật',
  'giáo dục pháp luật',
  'một cửa liên thông',
  'cơ chế một cửa',
  'tiếp nhận và trả kết quả',
  'cán bộ, công chức',
  'công chức, viên chức',
  'tuyên truyền',
  'xây dựng',
  'thực hiện',
  'trách nhiệm',
  'thường xuyên',
  'kinh phí thực hiện',
  'tổ chức thực hiện',
  'căn cứ quyết định',
  'căn cứ luật',
  'đường dây nóng',
  'dịch vụ công trực tuyến',
  'chuyển đổi số',
  'đài truyền thanh',
  'đài phát thanh',
  'hồ sơ công việc',
  'niêm yết công khai',
];

const TERM_PATTERNS = TERMS.map((term) => ({
  term,
  plain: normalizeTones(term),
  pattern: new RegExp(`(?<![a-z])${flat(term).replaceAll(' ', '\\s+')}(?![a-z])`, 'g'),
}));

/** Function words and unit words: written twice in a row they are a slip, unlike many compounds. */
const NEVER_TWICE =
  /(?<![\p{L}])(các|những|của|và|trong|về|được|cho|có|là|với|theo|tại|từ|đến|do|để|này|tỉnh|xã|phường|huyện|nộp|trên|bằng|khi|sau|gửi|đối)\s+\1(?![\p{L}])/giu;
const PAIR_TWICE = /(?<![\p{L}])(\p{Ll}{2,7}\s\p{Ll}{2,7})\s\1(?![\p{L}])/gu;
const COMMA_TWICE =
  /(?<![\p{L}])(xã|phường|tỉnh|huyện|thôn|bản|đơn vị|cơ quan),\s+\1(?=\s+(?!hội|nghiệp|mạng|tịch|sự)\p{L})/giu;

/** Findings about single words, within the document. */
export function checkSpelling(text: string, flatText: string, [start, end]: Span): Finding[] {
  const part = text.slice(start, end);
  return [
    ...misspelled(part, flatText.slice(start, end), start),
    ...doubled(part, start),
    ...twoSpellings(part, start),
  ];
}

function misspelled(part: string, flatPart: string, start: number): Finding[] {
  const taken: Span[] = [];
  const findings: Finding[] = [];
  for (const { term, plain, pattern } of TERM_PATTERNS) {
    for (const match of flatPart.matchAll(pattern)) {
      const span: Span = [start + match.index, start + match.index + match[0].length];
      const written = collapse(part.slice(match.index, match.index + match[0].length));
      if (normalizeTones(written).toLowerCase() === plain) continue;
      if (taken.some(([from, to]) => span[0] < to && span[1] > from)) continue;
      taken.push(span);
      findings.push(finding('words.misspelled', span, { written, term }));
    }
  }
  return findings;
}

function doubled(part: string, start: number): Finding[] {
  return [NEVER_TWICE, PAIR_TWICE, COMMA_TWICE].flatMap((pattern) =>
    [...part.matchAll(pattern)].map((match) =>
      finding('words.doubled', [start + match.index, start + match.index + match[0].length], {
        words: sure(match[1]),
      }),
    ),
  );
}

/** Old and new tone placement of one syllable in the same document: "uỷ" and "ủy". */
function twoSpellings(part: string, start: number): Finding[] {
  const seen = new Map<string, Map<string, { count: number; span: Span }>>();
  for (const match of part.matchAll(
    /(?<![\p{L}])\p{L}*(?:o[aàáảãạeèéẻẽẹ]|[oòóỏõọ][ae]|u[yỳýỷỹỵ]|[uùúủũụ]y)(?![\p{L}])/giu,
  )) {
    const written = match[0].toLowerCase();
    const settled = normalizeTones(written);
    const forms = seen.get(settled) ?? new Map<string, { count: number; span: Span }>();
    seen.set(settled, forms);
    const form = forms.get(written);
    if (form) form.count += 1;
    else
      forms.set(written, {
        count: 1,
        span: [start + match.index, start + match.index + match[0].length],
      });
  }
  const findings: Finding[] = [];
  for (const forms of seen.values()) {
    if (forms.size < 2) continue;
    const [usual, rare] = [...forms].sort((a, b) => b[1].count - a[1].count);
    findings.push(
      finding('words.two-spellings', sure(rare)[1].span, {
        first: sure(usual)[0],
        second: sure(rare)[0],
      }),
    );
  }
  return findings;
}
