// Two texts side by side: which paragraphs stayed, went, came, and which words inside a changed one.

export interface ComparedRun {
  readonly text: string;
  readonly changed: boolean;
}

export interface ComparedRow {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly before: readonly ComparedRun[];
  readonly after: readonly ComparedRun[];
}

/** Beyond this the middle is compared by place: a table of all pairs would not fit. */
const PAIRS = 4_000_000;

/** Compares two plain texts, a paragraph a line. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const steps = align(lines(before), lines(after));
  const rows: ComparedRow[] = [];
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    if (step?.kind === 'same') {
      const same = [{ text: step.text, changed: false }];
      rows.push({ kind: 'same', before: same, after: same });
      at += 1;
      continue;
    }
    const gone: string[] = [];
    const come: string[] = [];
    for (; steps[at] && steps[at]?.kind !== 'same'; at += 1) {
      (steps[at]?.kind === 'removed' ? gone : come).push(steps[at]?.text ?? '');
    }
    rows.push(...pair(gone, come));
  }
  return rows;
}

/** What went and what came at one place stand beside each other. */
function pair(gone: readonly string[], come: readonly string[]): ComparedRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): ComparedRow => {
    const [old, fresh] = [gone[at], come[at]];
    if (old === undefined)
      return { kind: 'added', before: [], after: [{ text: fresh ?? '', changed: true }] };
    if (fresh === undefined)
      return { kind: 'removed', before: [{ text: old, changed: true }], after: [] };
    const steps = align(words(old), words(fresh));
    return { kind: 'changed', before: runs(steps, 'removed'), after: runs(steps, 'added') };
  });
}

function runs(steps: readonly Step[], own: 'removed' | 'added'): ComparedRun[] {
  const out: { text: string; changed: boolean }[] = [];
  for (const { kind, text } of steps) {
    if (kind !== 'same' && kind !== own) continue;
    const last = out.at(-1);
    if (last?.changed === (kind === own)) last.text += text;
    else out.push({ text, changed: kind === own });
  }
  return out;
}

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
/** Words with the blanks that follow them. */
const words = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];

interface Step {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A longest row of common parts; what is alike at both ends is set aside first. */
function align(a: readonly string[], b: readonly string[]): Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const same = (text: string): Step => ({ kind: 'same', text });
  return [
    ...a.slice(0, start).map(same),
    ...alignMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

function alignMiddle(a: readonly string[], b: readonly string[]): Step[] {
  const removed = (text: string): Step => ({ kind: 'removed', text });
  const added = (text: string): Step => ({ kind: 'added', text });
  if (a.length * b.length > PAIRS || a.length === 0 || b.length === 0) {
    return [...a.map(removed), ...b.map(added)];
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (x: number, y: number) => longest[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x -= 1) {
    for (let y = b.length - 1; y >= 0; y -= 1) {
      longest[x * width + y] =
        a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  while (x < a.length || y < b.length) {
    const [old, fresh] = [a[x], b[y]];
    if (old !== undefined && old === fresh) {
      steps.push({ kind: 'same', text: old });
      x += 1;
      y += 1;
    } else if (old !== undefined && (fresh === undefined || at(x + 1, y) >= at(x, y + 1))) {
      steps.push(removed(old));
      x += 1;
    } else {
      steps.push(added(fresh ?? ''));
      y += 1;
    }
  }
  return steps;
}
