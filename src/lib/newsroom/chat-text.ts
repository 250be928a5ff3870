// An article as a message for Zalo groups: what people read on the lock screen, and where the rest stands.
import { richTextToPlain } from '#lib/platform/index.ts';
import type { Article } from './article.ts';

/** Zalo cuts longer messages. */
const LONGEST = 2_000;
const LEAD = 600;

/** @param url full address of the article */
export function chatText(article: Article, office: string, url: string): string {
  const lead = article.summary || firstWords(richTextToPlain(article.body));
  const text = [
    `📢 ${article.title.toLocaleUpperCase('vi')}`,
    lead,
    `👉 Đọc đầy đủ: ${url}`,
    `(${office})`,
  ].join('\n\n');
  return text.slice(0, LONGEST);
}

/** Whole sentences, as many as fit. */
function firstWords(plain: string): string {
  const flat = plain.replace(/\s+/g, ' ').trim();
  if (flat.length <= LEAD) return flat;
  const cut = flat.slice(0, LEAD);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '));
  return end > 0 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
