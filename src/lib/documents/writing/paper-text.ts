// A written document as plain text in the order of its page: what reading would have found in its file, so that
// a document of our own needs no file to be read from.
import { setDocument, type SetBlock, type SetSignatory } from './set-document.ts';
import type { WrittenDocument } from './official-document.ts';

const NATIONAL_HEAD = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

/** The words of the paper, a line for each that stands alone on it; pictures stay behind. */
export function paperText(document: WrittenDocument): string {
  const paper = setDocument(document);
  const parts: string[][] = [
    [...paper.superior, ...paper.issuer, paper.number],
    [...NATIONAL_HEAD, paper.placeAndDate],
    paper.typeName === null ? [paper.about] : [paper.typeName, paper.about],
    paper.to,
    paper.bases,
    linesOf(paper.blocks),
    paper.recipients.length > 0 ? ['Nơi nhận:', ...paper.recipients] : [],
    ...(paper.coSignatory ? [signed(paper.coSignatory)] : []),
    signed(paper.signatory),
    ...paper.appendices.map(({ head, title, belongsTo, blocks }) => [
      head,
      title,
      belongsTo,
      ...linesOf(blocks),
    ]),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .normalize('NFC');
}

function linesOf(blocks: readonly SetBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [wordsOf(block.runs)];
      case 'heading':
        return [`${block.mark} ${block.text}`.trim()];
      case 'list':
        return block.items.map(({ mark, runs }) => `${mark} ${wordsOf(runs)}`);
      case 'table':
        return [
          ...(block.caption === undefined ? [] : [block.caption]),
          block.columns.map(({ head }) => head).join(' | '),
          ...block.rows.map((row) => row.join(' | ')),
        ];
      default:
        return [];
    }
  });
}

function wordsOf(runs: readonly { readonly text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}

function signed({ lines, name }: SetSignatory): string[] {
  return name === '' ? [...lines] : [...lines, '', name];
}
