// Short names for topics: what a column head of the matrix and a list can hold.
import { collapse } from '#lib/vietnam/index.ts';

export const LABEL_LENGTH = 60;

// Openers that every topic shares and that say nothing of it. "Tuyên truyền về quyền của công dân"
// is about "Quyền của công dân". Longest first, each as a whole phrase.
const PHRASES = [
  'tiếp tục',
  'tập trung',
  'đẩy mạnh',
  'tăng cường',
  'duy trì',
  'thường xuyên',
  'kịp thời',
  'công tác',
  'nội dung',
  'tuyên truyền',
  'truyền thông',
  'phổ biến',
  'quán triệt',
  'sâu rộng',
  'rộng rãi',
  'thực hiện',
  'cung cấp thông tin',
  'về',
];
const OPENER = new RegExp(`^(?:${PHRASES.join('|')})(?=[\\s,]|$)[\\s,]*`, 'iu');
const CLAUSE_END = /[.;:](?=\s|$)|\s\(/u;

/**
 * Names a topic in at most 60 characters: its first clause without the opening verbs, cut at a word.
 * @example shortLabel('Tuyên truyền về quyền của công dân; quy tắc ứng xử') // 'Quyền của công dân'
 */
export function shortLabel(text: string): string {
  const whole = collapse(text);
  const stripped = stripOpeners(whole);
  const end = CLAUSE_END.exec(stripped)?.index ?? stripped.length;
  const label = cutAtWord(stripped.slice(0, end), LABEL_LENGTH) || cutAtWord(whole, LABEL_LENGTH);
  return label.charAt(0).toLocaleUpperCase('vi') + label.slice(1);
}

function stripOpeners(text: string): string {
  let rest = text;
  for (;;) {
    const shorter = rest.replace(OPENER, '');
    if (shorter === rest) return rest;
    // Where the text consists of nothing else ("Tuyên truyền"), it keeps its last words.
    if (shorter === '') return rest;
    rest = shorter;
  }
}

function cutAtWord(text: string, length: number): string {
  const trimmed = text.trim().replace(/[,;:.\s–-]+$/u, '');
  if (trimmed.length <= length) return trimmed;
  const room = trimmed.slice(0, length);
  // A comma late enough closes a sense better than the last word that happens to fit.
  const comma = room.lastIndexOf(',');
  const space = room.lastIndexOf(' ');
  const end = comma >= length / 2 ? comma : space > 0 ? space : length - 1;
  const cut = trimmed.slice(0, end).replace(/[,;:.\s–-]+$/u, '');
  return comma >= length / 2 ? cut : `${cut}…`;
}
