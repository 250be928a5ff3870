// What a second reader would say of an article before it goes out. Pure; errors stop it, warnings don't.
import {
  findPersonalData,
  lengthOf,
  personalDataNames,
  richTextToPlain,
  type RichText,
} from '#lib/platform/index.ts';
import { fold } from '#lib/vietnam/index.ts';
import type { Article } from './article.ts';
import { unfilledPlaces } from './pages/site-sections.ts';

export interface ArticleFault {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export interface CheckFacts {
  /** The office's own numbers and addresses, which are no personal data. */
  readonly ownContacts: readonly string[];
  /** Units that ended, with the one that took their place where there is one. */
  readonly goneUnits: readonly { readonly name: string; readonly successor: string | null }[];
}

/** Terms with one right spelling, as they are often mistyped. */
const TERMS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\bUỷ ban\b/gu, 'Ủy ban'],
  [/\bthủ tuc\b/giu, 'thủ tục'],
  [/\bcãi cách\b/giu, 'cải cách'],
  [/\bcải cách hành chánh\b/giu, 'cải cách hành chính'],
  [/\bhộ tich\b/giu, 'hộ tịch'],
  [/\bchử ký\b/giu, 'chữ ký'],
  [/\bgiấy chứng nhân\b/giu, 'giấy chứng nhận'],
  [/\bchứng minh thư nhân dân\b/giu, 'căn cước'],
  [/\bdich vụ công\b/giu, 'dịch vụ công'],
  [/\btrực tuyên\b/giu, 'trực tuyến'],
];

const EMPTY_LINKS = new Set([
  'tai day',
  'o day',
  'day',
  'xem them',
  'click',
  'link',
  'bam vao day',
]);
const LONG_TITLE = 120;

export function checkArticle(article: Article, facts: CheckFacts): ArticleFault[] {
  const plain = richTextToPlain(article.body);
  const all = [article.title, article.summary, plain].join('\n');
  return [
    ...wordsFaults(article, plain),
    ...headingFaults(article.body),
    ...pictureFaults(article.body),
    ...linkFaults(article.body),
    ...findPersonalData(all, facts.ownContacts).map(({ kind, text }) =>
      warning(`Có ${personalDataNames[kind]}: “${text}”. Chỉ để lại nếu đúng là được công khai.`),
    ),
    ...TERMS.flatMap(([wrong, right]) =>
      [...new Set([...all.matchAll(wrong)].map(([found]) => found))].map((found) =>
        warning(`“${found}” nên viết là “${right}”.`),
      ),
    ),
    ...facts.goneUnits
      .filter(({ name }) => all.includes(name))
      .map(({ name, successor }) =>
        warning(
          successor
            ? `“${name}” không còn hoạt động; việc này nay do “${successor}”.`
            : `“${name}” không còn hoạt động.`,
        ),
      ),
  ];
}

function wordsFaults({ title, summary }: Article, plain: string): ArticleFault[] {
  return [
    ...(lengthOf(plain).words === 0 ? [error('Bài chưa có nội dung.')] : []),
    ...unfilledPlaces([title, plain].join('\n')).map((place) =>
      error(`Còn chỗ chưa điền: “${place}”.`),
    ),
    ...(title.length > LONG_TITLE
      ? [
          warning(
            `Tên bài dài ${title.length} chữ cái; trên điện thoại chỉ nên dưới ${LONG_TITLE}.`,
          ),
        ]
      : []),
    ...(title === title.toLocaleUpperCase('vi') && /\p{L}{3}/u.test(title)
      ? [warning('Tên bài viết toàn chữ hoa, khó đọc; chỉ viết hoa chữ đầu và tên riêng.')]
      : []),
    ...(summary === ''
      ? [warning('Chưa có tóm tắt; danh sách tin và nhóm Zalo sẽ chỉ hiện tên bài.')]
      : []),
  ];
}

/** A heading goes at most one level deeper than the one before it. */
function headingFaults(body: RichText): ArticleFault[] {
  const faults: ArticleFault[] = [];
  let level = 1;
  for (const node of body.content) {
    if (node.type !== 'heading') continue;
    const words = textOf(node.content);
    if (words === '') faults.push(error('Có một tiêu đề mục bỏ trống.'));
    else if (node.attrs.level > level + 1) {
      faults.push(warning(`Mục “${words}” nhảy cấp; dùng “Mục lớn” trước “Mục nhỏ”.`));
    }
    level = node.attrs.level;
  }
  return faults;
}

function pictureFaults(body: RichText): ArticleFault[] {
  return body.content.flatMap((node) => {
    if (node.type !== 'picture') return [];
    const faults: ArticleFault[] = [];
    if (node.attrs.alt.trim() === '') {
      faults.push(
        error('Có ảnh chưa mô tả; người dùng trình đọc màn hình sẽ không biết ảnh chụp gì.'),
      );
    }
    if (node.attrs.credit.trim() === '') faults.push(warning('Có ảnh chưa ghi người chụp.'));
    return faults;
  });
}

function linkFaults(body: RichText): ArticleFault[] {
  const found = JSON.stringify(body).includes('"link"') ? linksOf(body.content) : [];
  return found.flatMap(({ words, href }) => {
    if (EMPTY_LINKS.has(fold(words.trim()))) {
      return [
        warning(`Liên kết “${words}” không nói dẫn tới đâu; đặt vào tên trang hoặc tên tài liệu.`),
      ];
    }
    return /^http:/i.test(href) ? [warning(`Liên kết “${words}” dùng http không an toàn.`)] : [];
  });
}

interface Nested {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: { readonly href?: string };
  }[];
  readonly content?: readonly Nested[];
}

function linksOf(nodes: readonly Nested[]): { words: string; href: string }[] {
  return nodes.flatMap((node) => {
    const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href;
    if (href !== undefined) return [{ words: node.text ?? '', href }];
    return linksOf(node.content ?? []);
  });
}

const textOf = (content: readonly { readonly type: string; readonly text?: string }[] = []) =>
  content
    .map(({ text }) => text ?? '')
    .join('')
    .trim();
const error = (text: string): ArticleFault => ({ severity: 'error', text });
const warning = (text: string): ArticleFault => ({ severity: 'warning', text });
