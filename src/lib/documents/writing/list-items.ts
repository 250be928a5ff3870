// The items of a list as both writers and the portal set them: each with its mark and its depth.
import type { ListItem, RichText, WrittenList } from './official-document.ts';

export interface SetItem {
  /** "-", "+" one level down, or "3." */
  readonly mark: string;
  readonly depth: number;
  /** The number it bears; null for a dash. */
  readonly number: number | null;
  readonly text: RichText;
}

export function setItems({ items }: WrittenList): SetItem[] {
  return items.map((item) => {
    const { text, depth, number } = isPlaced(item) ? item : { ...AT_MARGIN, text: item };
    return { mark: markOf(depth, number), depth, number: number ?? null, text };
  });
}

const AT_MARGIN = { depth: 0, number: undefined } as const;

function isPlaced(item: ListItem | RichText): item is ListItem {
  return typeof item === 'object' && 'depth' in item;
}

function markOf(depth: number, number: number | undefined): string {
  if (number !== undefined) return `${String(number)}.`;
  return dashOf(depth);
}

/** Dashes, and crosses below them, as offices write. */
export function dashOf(depth: number): string {
  return depth % 2 === 0 ? '-' : '+';
}
