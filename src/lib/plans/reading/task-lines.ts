// Who leads, who joins and by when, on lines under each task: "Cơ quan chủ trì: …", "Thời gian: …".
import { clauseAt, flat, type Clause, type OutlineNode } from '#lib/documents/index.ts';
import type { TaskRow } from './task-rows.ts';

type Part = 'lead' | 'partners' | 'due' | 'product';

const LABELS: readonly [Part, RegExp][] = [
  [
    'partners',
    /^(?:(?:co quan|don vi|bo phan|cac don vi|to chuc)\s+)?phoi hop(?:\s+thuc hien)?\s*:\s*/,
  ],
  [
    'lead',
    /^(?:(?:co quan|don vi|bo phan|nguoi)(?:,? don vi)?\s+)?(?:chu tri|thuc hien|tham muu|phu trach|duoc giao|chiu trach nhiem)(?:(?:\s*,)?\s*(?:tham muu|thuc hien|chu tri))?\s*:\s*/,
  ],
  [
    'due',
    /^(?:thoi (?:gian|han)|tien do|han)(?:\s+(?:hoan thanh|thuc hien|bao cao|trien khai))?(?:,? hoan thanh)?\s*:\s*/,
  ],
  ['product', /^(?:san pham|ket qua|du kien san pham)(?:\s+(?:dat duoc|dau ra|du kien))?\s*:\s*/],
];

/** The tasks under these sections that have such lines, in order. */
export function tasksByLines(text: string, nodes: readonly OutlineNode[]): TaskRow[] {
  return nodes.flatMap((node) => {
    const parts = partsOf(text, node);
    const task = node.heading ?? node.own.find((clause) => labelled(text, clause) === undefined);
    if (!parts.lead || !task) return tasksByLines(text, node.children);
    return [
      { task, lead: parts.lead, partners: parts.partners, due: parts.due, product: parts.product },
      ...tasksByLines(text, node.children),
    ];
  });
}

/**
 * The tasks under these sections whose lines leave out who leads, or leave it blank, while those of other
 * tasks say it.
 */
export function linesWithoutUnit(text: string, nodes: readonly OutlineNode[]): Clause[] {
  return tasksByLines(text, nodes).length > 0 ? openTasks(text, nodes) : [];
}

function openTasks(text: string, nodes: readonly OutlineNode[]): Clause[] {
  const othersAreLed = nodes.some((node) => partsOf(text, node).lead !== undefined);
  return nodes.flatMap((node) => {
    const found = linesUnder(text, node).flatMap((line) => labelAt(text, line) ?? []);
    const task = node.heading ?? node.own.find((clause) => labelAt(text, clause) === undefined);
    const lead = found.find(({ part }) => part === 'lead');
    // A lone "Thời gian: …" may stand under anything; among led tasks, or with a second line, it tells.
    const isTask = lead !== undefined || othersAreLed || found.length > 1;
    if (found.length === 0 || lead?.value || !isTask || !task)
      return openTasks(text, node.children);
    // Lines about a whole section stand over tasks that are led each for itself.
    return tasksByLines(text, node.children).length > 0
      ? openTasks(text, node.children)
      : [clauseAt(text, ...task.span)];
  });
}

/** What the lines under a task say; a label counts once. */
function partsOf(text: string, node: OutlineNode): Partial<Record<Part, Clause>> {
  const parts: Partial<Record<Part, Clause>> = {};
  for (const line of linesUnder(text, node)) {
    const found = labelled(text, line);
    if (found) parts[found.part] ??= found.value;
  }
  return parts;
}

function linesUnder(text: string, node: OutlineNode): Clause[] {
  return [
    ...node.own,
    ...node.children.map((child) => clauseAt(text, child.start, child.extent[1])),
  ];
}

function labelled(text: string, line: Clause): { part: Part; value: Clause } | undefined {
  const found = labelAt(text, line);
  return found?.value && { part: found.part, value: found.value };
}

/** The label a line opens with; no value where only dots follow it. */
function labelAt(text: string, line: Clause): { part: Part; value?: Clause } | undefined {
  const raw = text.slice(...line.span);
  if (raw.length > 600) return undefined;
  const plain = flat(raw).replace(/\s/g, ' ');
  for (const [part, pattern] of LABELS) {
    const label = pattern.exec(plain);
    if (!label) continue;
    const rest = raw.slice(label[0].length).replace(/[\s.;…]+$/, '');
    const start = line.span[0] + label[0].length;
    return rest === '' ? { part } : { part, value: clauseAt(text, start, start + rest.length) };
  }
  return undefined;
}
