// What a person could read on a web page, in one pass over its source: strangers' pages may be built to
// make a parser of trees work for hours, and here neither layout nor nesting matters.
import { parseFragment } from 'parse5';

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe']);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i img ins del kbd label mark q s small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9-]*)/iy;

/** @returns the page's title and text, blocks on lines of their own; both empty where there is none */
export function pageText(html: string): { readonly title: string; readonly text: string } {
  const words: string[] = [];
  let title = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    words.push(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    TAG.lastIndex = open;
    const found = TAG.exec(html);
    if (!found) {
      const declared = html[open + 1] === '!' || html[open + 1] === '?';
      if (!declared) words.push('<');
      at = declared ? after(html, '>', open) : open + 1;
      continue;
    }
    const name = (found[2] ?? '').toLowerCase();
    const isEnd = found[1] === '/';
    at = after(html, '>', open);
    if (!isEnd && UNREAD.has(name)) {
      const end = endOf(html, name, at);
      if (name === 'head') title = titleIn(html.slice(at, end));
      at = end;
    }
    words.push(INLINE.has(name) ? '' : '\n');
  }
  words.push(html.slice(at));
  return { title, text: tidy(plain(words.join(''))) };
}

function titleIn(head: string): string {
  const found = /<title\b[^>]*>([^<]*)/i.exec(head);
  return tidy(plain(found?.[1] ?? '')).replaceAll('\n', ' ');
}

/** Where a part that nobody reads ends: at its closing tag, or with the page. */
function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Letters written as `&agrave;` or `&#224;`, by the list of the HTML standard. */
function plain(text: string): string {
  if (!text.includes('&')) return text;
  const { childNodes } = parseFragment(text.replaceAll('<', '&lt;'));
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
