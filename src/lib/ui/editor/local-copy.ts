// The browser's own copy of what isn't saved yet: it survives a crash and a dead battery.
import type { RichNode } from '../rich-nodes.ts';

interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (name: string) => `loa.soan.${name}`;

/** Keeps a copy; a full or forbidden store is no reason to stop writing. */
export function keepCopy(keeper: Keeper, name: string, text: RichNode): boolean {
  try {
    keeper.setItem(keyOf(name), JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

export function copyOf(keeper: Keeper, name: string): RichNode | undefined {
  try {
    const kept = JSON.parse(keeper.getItem(keyOf(name)) ?? 'null') as RichNode | null;
    return kept?.type === 'doc' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function dropCopy(keeper: Keeper, name: string): void {
  try {
    keeper.removeItem(keyOf(name));
  } catch {
    // Nothing was kept there then.
  }
}
