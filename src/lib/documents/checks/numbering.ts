// Numbers of headings and items: twice the same, one left out, not beginning at the beginning.
import { sure } from '../sure.ts';
import { finding, type Finding } from '../findings.ts';
import { isBullet, ordinalOf } from '../marks.ts';
import type { OutlineNode } from '../outline.ts';

/** Duplicates and gaps among siblings, at every depth. A list that begins anew is no mistake. */
export function checkNumbering(nodes: readonly OutlineNode[]): Finding[] {
  const findings: Finding[] = [];
  const byKind = new Map<string, OutlineNode[]>();
  for (const node of nodes) {
    if (node.mark && !isBullet(node.mark.kind)) {
      const key = `${node.mark.kind}/${node.mark.rank}`;
      byKind.set(key, [...(byKind.get(key) ?? []), node]);
    }
    findings.push(...checkNumbering(node.children));
  }
  for (const list of byKind.values()) if (list.length > 1) findings.push(...checkList(list));
  return findings;
}

function checkList(list: readonly OutlineNode[]): Finding[] {
  const findings: Finding[] = [];
  const first = sure(list[0]);
  const begin = ordinalOf(sure(first.mark));
  if (begin !== undefined && begin > 1 && sure(first.mark).kind !== 'article') {
    findings.push(
      finding('numbering.start', spanOf(first), {
        number: sure(first.number),
        expected: firstOf(first),
      }),
    );
  }
  let before = first;
  for (const node of list.slice(1)) {
    const [last, now] = [ordinalOf(sure(before.mark)), ordinalOf(sure(node.mark))];
    const prefix = parentOf(sure(node.number)) === parentOf(sure(before.number));
    if (last !== undefined && now !== undefined && prefix && now !== 1) {
      if (now <= last)
        findings.push(finding('numbering.duplicate', spanOf(node), { number: sure(node.number) }));
      else if (now > last + 1 && !skipsD(before, node)) {
        findings.push(
          finding('numbering.gap', spanOf(node), {
            before: sure(before.number),
            number: sure(node.number),
          }),
        );
      }
    }
    before = node;
  }
  return findings;
}

/** `2.1` and `3.1` count apart. */
function parentOf(number: string): string {
  return number.split('.').slice(0, -1).join('.');
}

/** Many go from d) to e) without đ). */
function skipsD(before: OutlineNode, node: OutlineNode): boolean {
  return before.number === 'd' && node.number === 'e';
}

function firstOf({ mark }: OutlineNode): string {
  if (sure(mark).kind === 'letter') return 'a';
  return sure(mark).kind === 'roman' ? 'I' : '1';
}

function spanOf(node: OutlineNode): [number, number] {
  return [node.extent[0], node.heading?.span[1] ?? node.own[0]?.span[1] ?? node.start];
}
