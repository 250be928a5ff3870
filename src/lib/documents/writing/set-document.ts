// From what an office says to the words that stand on paper: lines of the head, numbered parts, the
// closing mark, recipients, appendices. Both writers set these words, so both say the same.
import { documentNumber, listRecipients, placeAndDate } from '#lib/ui/index.ts';
import { DOCUMENT_TYPES } from '../document-types.ts';
import { toRoman } from '#lib/vietnam/index.ts';
import { setItems, type SetItem } from './list-items.ts';
import { numberHeadings } from './numbering.ts';
import type {
  Block,
  HeadingLevel,
  Photograph,
  RichText,
  Signatory,
  WrittenDocument,
} from './official-document.ts';
import { photographFile, setChart } from './pictures.ts';

export interface SetRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export type SetBlock =
  | { readonly kind: 'paragraph'; readonly runs: SetRun[] }
  | {
      readonly kind: 'heading';
      readonly level: HeadingLevel | 'roman';
      readonly mark: string;
      readonly text: string;
    }
  | {
      readonly kind: 'list';
      readonly items: (Omit<SetItem, 'text'> & { readonly runs: SetRun[] })[];
    }
  | {
      readonly kind: 'photographs';
      /** Rows of two; `file` is null where the picture is kept no longer. */
      readonly rows: { readonly file: string | null; readonly caption: string }[][];
    }
  | Extract<Block, { kind: 'table' | 'figure' }>;

/** What stands in place of a photograph that is kept no longer. */
export const NO_PICTURE = '(Ảnh không còn lưu)';

export interface SetSignatory {
  /** Bold capitals, one under the other: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  readonly lines: string[];
  readonly name: string;
}

export interface SetDocument {
  /** Title for the file's own description. */
  readonly title: string;
  readonly superior: string[];
  readonly issuer: string[];
  readonly number: string;
  readonly placeAndDate: string;
  /** Capitals; null for a letter, which stands under "V/v". */
  readonly typeName: string | null;
  readonly about: string;
  readonly urgency: string | null;
  readonly circulation: string | null;
  readonly to: string[];
  readonly bases: string[];
  readonly blocks: SetBlock[];
  readonly recipients: string[];
  readonly signatory: SetSignatory;
  readonly coSignatory: SetSignatory | null;
  readonly appendices: {
    readonly head: string;
    readonly title: string;
    readonly belongsTo: string;
    readonly landscape: boolean;
    readonly blocks: SetBlock[];
  }[];
  readonly draft: boolean;
  readonly demonstration: boolean;
}

/**
 * The words of a document as they stand on paper.
 * @param hasFile whether the writer was given a picture of that name
 */
export function setDocument(
  document: WrittenDocument,
  hasFile: (name: string) => boolean = () => true,
): SetDocument {
  const isLetter = document.type === 'CV';
  const name = DOCUMENT_TYPES.find((each) => each.type === document.type)?.name ?? '';
  const { appendices = [] } = document;
  return {
    title: `${name} ${document.about}`,
    superior: document.superior ? breakName(document.superior) : [],
    issuer: breakName(document.issuer),
    number: documentNumber(document.code, document.symbol) ?? '',
    placeAndDate: placeAndDate(document.place, document.date),
    typeName: isLetter ? null : name.toUpperCase(),
    about: isLetter ? `V/v ${document.about}` : document.about,
    urgency: document.urgency ?? null,
    circulation: document.circulation ?? null,
    to: setTo(document.to ?? []),
    bases: (document.bases ?? []).map((basis, at, all) =>
      ended(basis, at === all.length - 1 ? '.' : ';'),
    ),
    blocks: closed(setBlocks(document.blocks, hasFile)),
    recipients: listRecipients(document.recipients),
    signatory: setSignatory(document.signatory),
    coSignatory: document.coSignatory ? setSignatory(document.coSignatory) : null,
    appendices: appendices.map((appendix, at) => ({
      head: appendices.length > 1 ? `Phụ lục ${toRoman(at + 1)}` : 'Phụ lục',
      title: appendix.title.toUpperCase(),
      belongsTo: belonging(document, name),
      landscape: appendix.landscape ?? false,
      blocks: setBlocks(appendix.blocks, hasFile),
    })),
    draft: document.draft ?? false,
    demonstration: document.demonstration ?? false,
  };
}

/** A body's name in capitals; a long one is broken before the place it is of, never inside that. */
function breakName(name: string): string[] {
  const capitals = name.toUpperCase();
  if (capitals.length <= 26) return [capitals];
  const place = /^(.+?)\s+((?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH)\s.+)$/u;
  const parts = place.exec(capitals);
  return parts?.[1] && parts[2] ? [parts[1], parts[2]] : [capitals];
}

function setTo(to: readonly string[]): string[] {
  if (to.length <= 1) return to.map((each) => ended(each, '.'));
  return listRecipients(to);
}

function ended(text: string, mark: string): string {
  return text.trim().replace(/[.;]+$/u, '') + mark;
}

function setBlocks(blocks: readonly Block[], hasFile: (name: string) => boolean): SetBlock[] {
  const marks = numberHeadings(blocks);
  return blocks.flatMap((block, at): SetBlock[] => {
    switch (block.kind) {
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runsOf(block.text) }];
      case 'list':
        return [
          {
            kind: 'list',
            items: setItems(block).map(({ text, ...item }) => ({ ...item, runs: runsOf(text) })),
          },
        ];
      case 'heading':
        return [{ ...block, mark: marks[at] ?? '' }];
      case 'photographs':
        return [{ kind: 'photographs', rows: rowsOfTwo(block.items, hasFile) }];
      case 'chart':
        return setChart(block);
      default:
        return [block];
    }
  });
}

function rowsOfTwo(items: readonly Photograph[], hasFile: (name: string) => boolean) {
  const set = items.map(({ picture, caption }) => {
    const file = photographFile(picture);
    return { file: hasFile(file) ? file : null, caption };
  });
  return set.flatMap((_, at) => (at % 2 === 0 ? [set.slice(at, at + 2)] : []));
}

function runsOf(text: RichText): SetRun[] {
  if (typeof text === 'string') return [{ text, bold: false, italic: false }];
  return text.map((run) => ({
    text: run.text,
    bold: run.bold ?? false,
    italic: run.italic ?? false,
  }));
}

/** The mark "./." after the last words; alone where a table or picture is last. */
function closed(blocks: SetBlock[]): SetBlock[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === 'paragraph') return [...before, { ...last, runs: closeRuns(last.runs) }];
  if (last?.kind === 'list') {
    const items = last.items.map((item, at) =>
      at === last.items.length - 1 ? { ...item, runs: closeRuns(item.runs) } : item,
    );
    return [...before, { ...last, items }];
  }
  return [...blocks, { kind: 'paragraph', runs: [{ text: './.', bold: false, italic: false }] }];
}

function closeRuns(runs: readonly SetRun[]): SetRun[] {
  return runs.map((run, at) =>
    at === runs.length - 1 ? { ...run, text: run.text.replace(/[\s.;/]+$/u, '') + './.' } : run,
  );
}

function setSignatory(signatory: WrittenDocument['signatory']): SetSignatory {
  return {
    lines: [...authorityLines(signatory), signatory.title.toUpperCase()],
    name: signatory.name ?? '',
  };
}

/** Lines above the signer's own title: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
export function authorityLines({ onBehalf, inPlaceOf }: Signatory): string[] {
  return [
    ...(onBehalf ? [`${onBehalf.mark} ${onBehalf.of.toUpperCase()}`] : []),
    ...(inPlaceOf ? [`KT. ${inPlaceOf.toUpperCase()}`] : []),
  ];
}

/** "(Kèm theo Báo cáo số 15/BC-UBND ngày 30 tháng 6 năm 2023 của …)": which document it belongs to. */
function belonging(document: WrittenDocument, typeName: string): string {
  const number = (document.code ?? (document.symbol ? `……/${document.symbol}` : '')).trim();
  const day = placeAndDate(null, document.date);
  return `(Kèm theo ${typeName} ${number ? `số ${number} ` : ''}${day} của ${document.issuer})`;
}
