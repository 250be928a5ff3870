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

/** What the lines under a task say; a label counts once. */
function partsOf(text: string, node: OutlineNode): Partial<Record<Part, Clause>> {
  const parts: Partial<Record<Part, Clause>> = {};
  const lines = [
    ...node.own,
    ...node.children.map((child) => clauseAt(text, child.start, child.extent[1])),
  ];
  for (const line of lines) {
    const found = labelled(text, line);
    if (found) parts[found.part] ??= found.value;
  }
  return parts;
}

function labelled(text: string, line: Clause): { part: Part; value: Clause } | undefined {
  const raw = text.slice(...line.span);
  if (raw.length > 600) return undefined;
  const plain = flat(raw).replace(/\s/g, ' ');
  for (const [part, pattern] of LABELS) {
    const label = pattern.exec(plain);
    if (!label) continue;
    const rest = raw.slice(label[0].length).replace(/[\s.;]+$/, '');
    const start = line.span[0] + label[0].length;
    return rest === '' ? undefined : { part, value: clauseAt(text, start, start + rest.length) };
  }
  return undefined;
}
