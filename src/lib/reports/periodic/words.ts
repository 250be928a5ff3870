// The words of one place of a report, as the editor writes them. A figure stands in a run of text as
// `{its name}`.
import { z } from 'zod';
import { RichText, richTextToPlain } from '#lib/platform/index.ts';
import { joinRuns, mapLeaves } from '#lib/ui/index.ts';

type Block = RichText['content'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Line = NonNullable<Paragraph['content']>;

/** Words of a report; of reports drafted before there was an editor, a paragraph for every line. */
export const ReportWords = z.union([z.string().transform(textOfLines), RichText]);
export type ReportWords = RichText;

export function textOfLines(lines: string): RichText {
  const content = lines.split('\n').filter((line) => line.trim() !== '');
  return { type: 'doc', content: content.map(paragraph) };
}

/** Items with a dash, one below the other. */
export function textOfItems(items: readonly string[]): RichText {
  const content = items.map((item) => ({
    type: 'list_item' as const,
    content: [paragraph(item)],
  }));
  return { type: 'doc', content: [{ type: 'bullet_list', content }] };
}

function paragraph(words: string): Paragraph {
  return words === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text: words }] };
}

export function isBlank(text: RichText): boolean {
  return richTextToPlain(text).trim() === '';
}

/** The same words with every run put through `change`, which gives back at least a letter. */
export function mapRuns(text: RichText, change: (words: string) => string): RichText {
  const changed = mapLeaves(text, (leaf) => [
    leaf.text === undefined ? leaf : { ...leaf, text: change(leaf.text) },
  ]);
  return RichText.parse(changed);
}

/**
 * What an official paper carries of a text: headings become bold lines, since a report's own are counted;
 * quotes and boxes what they hold; pictures and addresses of links stay behind.
 */
export function wordsForPaper(text: RichText): RichText {
  const content = text.content.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
        return [{ type: 'paragraph', content: bold(block.content) }];
      case 'blockquote':
      case 'box':
        return block.content;
      case 'picture':
        return [];
      default:
        return [block];
    }
  });
  const unlinked = mapLeaves({ type: 'doc', content }, ({ marks, ...leaf }) => {
    const kept = marks?.filter(({ type }) => type !== 'link') ?? [];
    return [kept.length > 0 ? { ...leaf, marks: kept } : leaf];
  });
  return RichText.parse(joinRuns(unlinked));
}

function bold(line: Line = []): Line {
  return line.map((node) => {
    if (node.type !== 'text' || node.marks?.some(({ type }) => type === 'strong')) return node;
    return { ...node, marks: [{ type: 'strong' }, ...(node.marks ?? [])] };
  });
}
