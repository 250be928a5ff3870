// The shape of a kept text as drawings take it: whoever hands one over has checked it.

export interface RichNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>>;
  }[];
  readonly content?: readonly RichNode[];
}

/** A picture of a text, as it is shown. */
export interface ShownPicture {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** The same in newer formats and other widths; a browser takes the first it knows. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
}

/** The same text with every run, break and atom of its lines put through `change`. */
export function mapLeaves(
  node: RichNode,
  change: (leaf: RichNode) => readonly RichNode[],
): RichNode {
  if (!node.content) return node;
  const content = node.content.flatMap((inner) =>
    LEAVES.has(inner.type) ? change(inner) : [mapLeaves(inner, change)],
  );
  return { ...node, content };
}

const LEAVES: ReadonlySet<string> = new Set(['text', 'hard_break', 'figure']);

/** Runs of the same look that follow one another become one, as the editor has them. */
export function joinRuns(node: RichNode): RichNode {
  if (!node.content) return node;
  const content: RichNode[] = [];
  for (const inner of node.content.map(joinRuns)) {
    const last = content.at(-1);
    if (last?.type === 'text' && inner.type === 'text' && sameMarks(last, inner)) {
      content[content.length - 1] = { ...last, text: `${last.text ?? ''}${inner.text ?? ''}` };
    } else content.push(inner);
  }
  return { ...node, content };
}

function sameMarks(left: RichNode, right: RichNode): boolean {
  return JSON.stringify(left.marks ?? []) === JSON.stringify(right.marks ?? []);
}
