// The browser's own copy of what isn't saved yet: it survives a crash and a dead battery.
import { readValues, type FieldValues } from '../kept-fields.ts';
import type { RichNode } from '../rich-nodes.ts';

interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (name: string) => `loa.soan.${name}`;
/** The fields beside a text are kept under the same name, each of the two on its own. */
const fieldsKeyOf = (name: string) => `${keyOf(name)}.o`;

/** Keeps a copy; a full or forbidden store is no reason to stop writing. */
export function keepCopy(keeper: Keeper, name: string, text: RichNode): boolean {
  return keep(keeper, keyOf(name), text);
}

/** Keeps what stands in the fields beside a text. */
export function keepFields(keeper: Keeper, name: string, values: FieldValues): boolean {
  return keep(keeper, fieldsKeyOf(name), values);
}

function keep(keeper: Keeper, key: string, thing: unknown): boolean {
  try {
    keeper.setItem(key, JSON.stringify(thing));
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

export function fieldsOf(keeper: Keeper, name: string): FieldValues | undefined {
  try {
    return readValues(JSON.parse(keeper.getItem(fieldsKeyOf(name)) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function dropCopy(keeper: Keeper, name: string): void {
  drop(keeper, keyOf(name));
}

export function dropFields(keeper: Keeper, name: string): void {
  drop(keeper, fieldsKeyOf(name));
}

function drop(keeper: Keeper, key: string): void {
  try {
    keeper.removeItem(key);
  } catch {
    // Nothing was kept there then.
  }
}
