// The editor's moving part: ProseMirror on a page, loaded only where a script runs.
import {
  baseKeymap,
  chainCommands,
  exitCode,
  lift,
  setBlockType,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Mark, type MarkType, type NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, NodeSelection, Plugin, TextSelection, type Command } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeaderRow,
} from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import type { RichNode } from '../rich-nodes.ts';
import { cleanPaste } from './clean-paste.ts';
import { nameFigures, namedFigures, placeFigures } from './figures.ts';
import { makeSchema, type EditorSchema, type SchemaOptions } from './schema.ts';

/** What the toolbar shows of the place where one writes. */
export interface Place {
  readonly block: 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4';
  readonly marks: readonly string[];
  readonly inside: readonly string[];
  readonly link: string;
  /** Whether words are chosen. */
  readonly hasWords: boolean;
  /** Name of the counted number that is chosen. */
  readonly figure: string | undefined;
}

export interface EditorHandle {
  readonly run: (name: string, detail?: Readonly<Record<string, string>>) => void;
  readonly json: () => RichNode;
  readonly replace: (text: RichNode) => void;
  /** Puts the cursor behind the last word. */
  readonly goOn: () => void;
  readonly destroy: () => void;
}

export interface EditorSettings extends SchemaOptions {
  readonly value: RichNode;
  readonly attributes: Readonly<Record<string, string>>;
  readonly changed: (text: RichNode) => void;
  readonly moved: (place: Place) => void;
}

/** Puts an editor into `mount`. */
export function openEditor(mount: HTMLElement, settings: EditorSettings): EditorHandle {
  const schema = makeSchema(settings);
  const commands = makeCommands(schema);
  const names = settings.figures?.map(({ name }) => name) ?? [];
  const isFigure = (name: string) => names.includes(name);
  const plugins = [
    history(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-b': toggleMark(schema.marks.strong),
      'Mod-i': toggleMark(schema.marks.em),
      'Mod-]': sinkListItem(schema.nodes.list_item),
      'Mod-[': liftListItem(schema.nodes.list_item),
      'Shift-Enter': chainCommands(exitCode, breakLine(schema)),
      Enter: splitListItem(schema.nodes.list_item),
    }),
    keymap(baseKeymap),
    tableEditing(),
    figurePlugin(schema, isFigure),
  ];
  const stateOf = (text: RichNode) =>
    EditorState.create({ doc: schema.nodeFromJSON(filled(placeFigures(text, isFigure))), plugins });
  const json = () => nameFigures(view.state.doc.toJSON() as RichNode);
  const view = new EditorView(mount, {
    state: stateOf(settings.value),
    attributes: { ...settings.attributes },
    transformPastedHTML: cleanPaste,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) settings.changed(json());
      settings.moved(placeOf(view.state));
    },
  });
  settings.moved(placeOf(view.state));
  return {
    run(name, detail = {}) {
      commands[name]?.(detail)(view.state, view.dispatch, view);
      view.focus();
    },
    json,
    replace(text) {
      view.updateState(stateOf(text));
      settings.changed(json());
    },
    goOn() {
      view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** A page to write on has at least one line. */
function filled(text: RichNode): RichNode {
  return text.content?.length ? text : { type: 'doc', content: [{ type: 'paragraph' }] };
}

type MakeCommand = (detail: Readonly<Record<string, string>>) => Command;

function makeCommands(schema: EditorSchema): Readonly<Record<string, MakeCommand>> {
  const { nodes, marks } = schema;
  return {
    undo: () => undo,
    redo: () => redo,
    strong: () => toggleMark(marks.strong),
    em: () => toggleMark(marks.em),
    paragraph: () => setBlockType(nodes.paragraph),
    'heading-2': () => setBlockType(nodes.heading, { level: 2 }),
    'heading-3': () => setBlockType(nodes.heading, { level: 3 }),
    'heading-4': () => setBlockType(nodes.heading, { level: 4 }),
    bullets: () => listCommand(nodes.bullet_list, schema),
    numbers: () => listCommand(nodes.ordered_list, schema),
    deeper: () => sinkListItem(nodes.list_item),
    higher: () => liftListItem(nodes.list_item),
    quote: () => around(nodes.blockquote),
    box: () => around(nodes.box),
    link: ({ href = '', words = '' }) => linkCommand(marks.link, href, words),
    unlink: () => linkCommand(marks.link, '', ''),
    picture: ({ file = '', alt = '', credit = '' }) =>
      insert(() => nodes.picture.create({ file, alt, credit })),
    figure: ({ name = '' }) => insert(() => nodes.figure.create({ name })),
    table: () => tableCommand(schema),
    'row-add': () => addRowAfter,
    'row-remove': () => deleteRow,
    'column-add': () => addColumnAfter,
    'column-remove': () => deleteColumn,
    'cells-merge': () => mergeCells,
    'cells-split': () => splitCell,
    'head-row': () => toggleHeaderRow,
    'table-remove': () => deleteTable,
    plain: () => makePlain(schema),
  };
}

/** Into a list, out of it, or from one kind of list to the other. */
function listCommand(kind: NodeType, schema: EditorSchema): Command {
  return (state, dispatch) => {
    const { $from: cursor } = state.selection;
    for (let depth = cursor.depth; depth > 0; depth -= 1) {
      const node = cursor.node(depth);
      if (node.type === kind) return liftListItem(schema.nodes.list_item)(state, dispatch);
      if (node.type === schema.nodes.bullet_list || node.type === schema.nodes.ordered_list) {
        dispatch?.(state.tr.setNodeMarkup(cursor.before(depth), kind));
        return true;
      }
    }
    return wrapInList(kind)(state, dispatch);
  };
}

function around(kind: NodeType): Command {
  return (state, dispatch) => {
    const { $from: cursor } = state.selection;
    const isInside = Array.from({ length: cursor.depth }, (_, depth) =>
      cursor.node(depth + 1),
    ).some(({ type }) => type === kind);
    return isInside ? lift(state, dispatch) : wrapIn(kind)(state, dispatch);
  };
}

/** Links what is chosen or the link around the cursor; with neither, `words` are put in as one. */
function linkCommand(link: MarkType, href: string, words: string): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from: cursor } = state.selection;
    let range = { from, to };
    if (empty) {
      const around = cursor.parent.childAfter(cursor.parentOffset);
      const start = cursor.start() + around.offset;
      if (around.node && link.isInSet(around.node.marks)) {
        range = { from: start, to: start + around.node.nodeSize };
      } else if (href !== '') {
        const text = state.schema.text(words || href, [link.create({ href })]);
        dispatch?.(state.tr.insert(from, text).scrollIntoView());
        return true;
      } else return false;
    }
    const tr = state.tr.removeMark(range.from, range.to, link);
    dispatch?.(href === '' ? tr : tr.addMark(range.from, range.to, link.create({ href })));
    return true;
  };
}

function insert(make: () => ReturnType<NodeType['create']>): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(make()).scrollIntoView());
    return true;
  };
}

/** A name that was typed or pasted becomes the figure it names. */
function figurePlugin(schema: EditorSchema, isFigure: (name: string) => boolean): Plugin {
  return new Plugin({
    appendTransaction(transactions, _, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const typed: { name: string; from: number; to: number; marks: readonly Mark[] }[] = [];
      doc.descendants(({ text = '', marks }, at) => {
        for (const { name, from, to } of namedFigures(text, isFigure)) {
          typed.push({ name, from: at + from, to: at + to, marks });
        }
      });
      // From the last to the first, so that places before stay where they are.
      for (const { name, from, to, marks } of typed.reverse()) {
        tr.replaceWith(from, to, schema.nodes.figure.create({ name }, null, marks));
      }
      return typed.length > 0 ? tr : null;
    },
  });
}

/** A table with the cursor in its first cell, and a line to go on writing below. */
function tableCommand(schema: EditorSchema): Command {
  return (state, dispatch) => {
    const table = emptyTable(schema);
    const { tr } = state;
    tr.replaceSelectionWith(table);
    let start = -1;
    tr.doc.descendants((node, at) => {
      if (node === table) start = at;
    });
    if (start < 0) return false;
    const after = tr.doc.resolve(start + table.nodeSize);
    if (!after.nodeAfter) tr.insert(after.pos, schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function emptyTable({ nodes }: EditorSchema) {
  const cell = (kind: NodeType) => kind.create(null, nodes.paragraph.create());
  const row = (kind: NodeType) =>
    nodes.table_row.create(
      null,
      [0, 1, 2].map(() => cell(kind)),
    );
  return nodes.table.create(null, [
    row(nodes.table_header),
    row(nodes.table_cell),
    row(nodes.table_cell),
  ]);
}

function breakLine(schema: EditorSchema): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
    return true;
  };
}

/** Takes marks off the selection and makes its blocks plain paragraphs. */
function makePlain(schema: EditorSchema): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    dispatch?.(state.tr.removeMark(from, to).setBlockType(from, to, schema.nodes.paragraph));
    return true;
  };
}

function placeOf(state: EditorState): Place {
  const { $from: cursor, from, to, empty } = state.selection;
  const { marks: all } = state.schema;
  const has = (mark: MarkType) =>
    empty
      ? (mark.isInSet(state.storedMarks ?? cursor.marks()) ?? false) !== false
      : state.doc.rangeHasMark(from, to, mark);
  const inside = Array.from(
    { length: cursor.depth },
    (_, depth) => cursor.node(depth + 1).type.name,
  );
  const level = cursor.parent.type.name === 'heading' ? Number(cursor.parent.attrs['level']) : 0;
  const link =
    all['link'] && (cursor.nodeAfter ? all['link'].isInSet(cursor.nodeAfter.marks) : undefined);
  return {
    block: level === 0 ? 'paragraph' : (`heading-${level}` as Place['block']),
    marks: Object.entries(all).flatMap(([name, mark]) => (has(mark) ? [name] : [])),
    inside: isInTable(state) ? [...inside, 'in-table'] : inside,
    link: String(link?.attrs['href'] ?? ''),
    hasWords: !empty,
    figure: chosenFigure(state),
  };
}

function chosenFigure({ selection }: EditorState): string | undefined {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'figure') return;
  return String(selection.node.attrs['name']);
}
