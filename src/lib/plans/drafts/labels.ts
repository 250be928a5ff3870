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
// A heading that runs on into bullets ends before the first of them.
const CLAUSE_END = /[.;:](?=\s|$)|\s\(|\s[-+–]\s(?=\p{Lu})/u;

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

// A phrase closes well before one of these: "Quyền của công dân | trong mối quan hệ …".
const LINK = /\s(?:của|về|đến|với|trong|tại|cho|trên|theo|để|và|từ|là|do|nhằm|khi)(?=\s)/giu;

function cutAtWord(text: string, length: number): string {
  const trimmed = withoutEndMarks(text.trim());
  if (trimmed.length <= length) return trimmed;
  const room = trimmed.slice(0, length);
  const links = [...room.matchAll(LINK)].map((match) => match.index);
  const close = Math.max(room.lastIndexOf(','), ...links);
  if (close >= length / 2) return withoutEndMarks(room.slice(0, close));
  const space = room.lastIndexOf(' ');
  return `${withoutEndMarks(trimmed.slice(0, space > 0 ? space : length - 1))}…`;
}

function withoutEndMarks(text: string): string {
  return text.replace(/[,;:.\s–-]+$/u, '');
}
