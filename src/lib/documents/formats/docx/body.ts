// The body of a Word file: paragraphs with their automatic numbers, tables, text boxes.
import { sure } from '../../sure.ts';
import { SaxesParser } from 'saxes';
import type { Block, ParagraphBlock, TableBlock } from '../blocks.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** A paragraph while it is being read. */
interface Draft {
  text: string;
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  align: string | undefined;
}

/** Deeper nesting than any real document has; a crafted one must not exhaust the stack. */
const DEEPEST = 400;
/** Word itself makes no more columns. */
const MOST_COLUMNS = 63;
/** What was struck out, hidden, repeated for older programs, or says how a field is computed. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rubyPr',
  'm:oMath',
]);

/** Reads `document.xml`. */
export function readBody(xml: string, numbering: Numbering, styles: Styles): Block[] {
  const root: Block[] = [];
  // Where blocks go: the body, a cell, a text box inside a paragraph.
  const targets: Block[][] = [root];
  const tables: TableBlock[] = [];
  const drafts: Draft[] = [];
  let skipping = 0;
  let inText = false;
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new Error('too deep');
    if (SKIPPED.has(name)) skipping += 1;
    if (skipping > 0) return;
    const draft = drafts.at(-1);
    const value = attributes['w:val'] === undefined ? undefined : String(attributes['w:val']);
    if (name === 'w:p')
      drafts.push({
        text: '',
        style: undefined,
        list: undefined,
        level: undefined,
        align: undefined,
      });
    else if (name === 'w:tbl') {
      const table: TableBlock = { kind: 'table', rows: [] };
      sure(targets.at(-1)).push(table);
      tables.push(table);
    } else if (name === 'w:tr') tables.at(-1)?.rows.push([]);
    else if (name === 'w:tc') {
      const cell: Block[] = [];
      tables.at(-1)?.rows.at(-1)?.push(cell);
      targets.push(cell);
    } else if (name === 'w:gridSpan') widen(tables.at(-1), Number(value));
    else if (name === 'w:gridBefore') widen(tables.at(-1), Number(value) + 1);
    else if (name === 'w:txbxContent') targets.push([]);
    else if (name === 'w:t') inText = true;
    else if (draft && name === 'w:tab' && value === undefined && attributes['w:pos'] === undefined)
      draft.text += '\t';
    else if (draft && (name === 'w:br' || name === 'w:cr'))
      draft.text += attributes['w:type'] === 'page' ? '' : '\n';
    else if (draft && name === 'w:noBreakHyphen') draft.text += '-';
    else if (draft && name === 'w:pStyle') draft.style = value;
    else if (draft && name === 'w:numId') draft.list = value;
    else if (draft && name === 'w:ilvl') draft.level = Number(value);
    else if (draft && name === 'w:jc') draft.align = value;
  });
  parser.on('text', (text) => {
    if (inText && skipping === 0 && drafts.length > 0) sure(drafts.at(-1)).text += text;
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (SKIPPED.has(name)) {
      skipping -= 1;
      return;
    }
    if (skipping > 0) return;
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') {
      const draft = drafts.pop();
      if (draft) sure(targets.at(-1)).push(finished(draft, numbering, styles));
    } else if (name === 'w:tbl') tables.pop();
    else if (name === 'w:tc') targets.pop();
    else if (name === 'w:txbxContent') {
      const box = targets.pop() ?? [];
      // A text box stands before the paragraph it is anchored in.
      sure(targets.at(-1)).push(...box);
    }
  });
  parser.write(xml).close();
  return root;
}

/** A cell over several columns leaves the others empty, so that the next stands in its own. */
function widen(table: TableBlock | undefined, columns: number): void {
  const row = table?.rows.at(-1);
  const empty = Math.min(columns, MOST_COLUMNS) - 1;
  for (let at = 0; row && at < empty; at += 1) row.push([]);
}

function finished(draft: Draft, numbering: Numbering, styles: Styles): ParagraphBlock {
  const style = styles.find(draft.style);
  const list = draft.list ?? style?.list;
  const level = draft.level ?? style?.level ?? 0;
  const label =
    list && list !== '0' && draft.text.trim() !== '' ? numbering.label(list, level) : '';
  const text = label ? `${label} ${draft.text.trim()}` : draft.text;
  return { kind: 'paragraph', text, centered: (draft.align ?? style?.align) === 'center' };
}
