// What two editions differ in beside their words: where they are listed, what they serve, what they carry. Pure.
import { linksOf } from '#lib/platform/index.ts';
import type { Article } from './article.ts';

/** Says what an id is called; what is unknown has no name. */
export interface FieldNames {
  readonly section: (id: string) => string;
  readonly topic: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly channel: (id: string) => string;
}

/** One sentence for each difference, in the order of the form. */
export function compareFields(before: Article, after: Article, names: FieldNames): string[] {
  const nameOfUnit = (id: string | null) => (id === null ? 'chưa chọn' : names.unit(id));
  const listed = (article: Article) => article.attachments ?? [];
  return [
    ...exchanged('Chuyên mục', names.section(before.section), names.section(after.section)),
    ...exchanged('Đơn vị phụ trách', nameOfUnit(before.unitId), nameOfUnit(after.unitId)),
    ...moved('nội dung của kế hoạch', before.topics, after.topics, names.topic),
    ...moved('kênh', before.channels ?? [], after.channels ?? [], names.channel),
    ...moved(
      'tệp đính kèm',
      listed(before).map(({ file }) => file),
      listed(after).map(({ file }) => file),
      (file) => [...listed(after), ...listed(before)].find((one) => one.file === file)?.title ?? '',
    ),
    ...moved(
      'ảnh',
      keysOf(before),
      keysOf(after),
      (file) => altOf(after, file) ?? altOf(before, file) ?? '',
    ),
    ...redirected(before, after),
  ];
}

function exchanged(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}: “${before}” thành “${after}”.`];
}

function moved(
  what: string,
  before: readonly string[],
  after: readonly string[],
  nameOf: (id: string) => string,
): string[] {
  return [
    ...before.filter((id) => !after.includes(id)).map((id) => `Bỏ ${what} “${nameOf(id)}”.`),
    ...after.filter((id) => !before.includes(id)).map((id) => `Thêm ${what} “${nameOf(id)}”.`),
  ];
}

const picturesIn = ({ body }: Article) =>
  body.content.flatMap((node) => (node.type === 'picture' ? [node.attrs] : []));
const keysOf = (article: Article) => [...new Set(picturesIn(article).map(({ file }) => file))];
const altOf = (article: Article, wanted: string) =>
  picturesIn(article).find(({ file }) => file === wanted)?.alt;

/** The same words that lead elsewhere: nobody sees it in the text. */
function redirected(before: Article, after: Article): string[] {
  const led = new Map(linksOf(before.body).map(({ words, href }) => [words, href]));
  return linksOf(after.body).flatMap(({ words, href }) => {
    const was = led.get(words);
    return was === undefined || was === href
      ? []
      : [`Liên kết “${words}” dẫn tới ${href}, trước là ${was}.`];
  });
}
