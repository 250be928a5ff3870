// What a second reader would say of an article before it goes out. Pure; errors stop it, warnings don't.
import {
  findPersonalData,
  lengthOf,
  linksOf,
  personalDataNames,
  richTextToPlain,
  type RichText,
} from '#lib/platform/index.ts';
import {
  fold,
  formatDate,
  namesPlace,
  toInstant,
  toPlainDate,
  vietnamDate,
} from '#lib/vietnam/index.ts';
import type { Article } from './article.ts';
import { attachmentDoubts, type ShownAttachment } from './attachments/attachments.ts';
import { findForeignLetters, findWrongTerms, type FixedTerm } from './fixed-terms.ts';
import type { DeadLink } from './links/addresses.ts';
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
  /** Units and villages, also those that ended: what is called by a longer name of them isn't the shorter. */
  readonly knownNames: readonly string[];
  /** Files under it, as they were looked through. */
  readonly attachments: readonly ShownAttachment[];
  readonly terms: readonly FixedTerm[];
  /** Links that lead nowhere, as far as is known now. */
  readonly deadLinks: readonly DeadLink[];
  /** A plain date. */
  readonly today: string;
}

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
    ...attachmentDoubts(facts.attachments).map((doubt) =>
      warning(`Có ${doubt}. Chỉ để lại nếu đúng là được công khai.`),
    ),
    ...termFaults(all, facts),
    ...facts.deadLinks.map(({ words, href, why, triedAt }) =>
      warning(
        `Liên kết “${words}” (${href}) ${why}${triedAt ? `, thử ngày ${dayOf(triedAt)}` : ''}.`,
      ),
    ),
    ...facts.goneUnits
      .filter(({ name }) => namesPlace(all, name, facts.knownNames))
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
  return linksOf(body).flatMap(({ words, href }) => {
    if (EMPTY_LINKS.has(fold(words.trim()))) {
      return [
        warning(`Liên kết “${words}” không nói dẫn tới đâu; đặt vào tên trang hoặc tên tài liệu.`),
      ];
    }
    if (/^https?:\/\//i.test(words.trim()) || words.trim().startsWith('/')) {
      return [
        warning(`Liên kết “${words}” là một địa chỉ; thay bằng tên trang hoặc tên tài liệu.`),
      ];
    }
    return /^http:/i.test(href) ? [warning(`Liên kết “${words}” dùng http không an toàn.`)] : [];
  });
}

function termFaults(all: string, { terms, today }: CheckFacts): ArticleFault[] {
  return [
    ...findWrongTerms(all, terms, today).map(({ found, term, validFrom }) =>
      warning(
        validFrom === null
          ? `“${found}” nên viết là “${term}”.`
          : `“${found}” là tên cũ; từ ${formatDate(toPlainDate(validFrom))} là “${term}”. Giữ nguyên nếu đang nói việc trước ngày đó.`,
      ),
    ),
    ...findForeignLetters(all).map((word) =>
      warning(
        `Từ “${word}” có chữ Ð/ð của tiếng nước ngoài; gõ lại chữ Đ/đ để tìm kiếm và đọc ra tiếng được.`,
      ),
    ),
  ];
}

const dayOf = (instant: string) => formatDate(vietnamDate(toInstant(instant)));
const textOf = (content: readonly { readonly type: string; readonly text?: string }[] = []) =>
  content
    .map(({ text }) => text ?? '')
    .join('')
    .trim();
const error = (text: string): ArticleFault => ({ severity: 'error', text });
const warning = (text: string): ArticleFault => ({ severity: 'warning', text });
