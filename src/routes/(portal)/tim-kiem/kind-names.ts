// What the kinds of public items are called.
import { SEARCH_KINDS } from '#lib/portal/index.ts';

export function kindName(kind: string): string {
  return SEARCH_KINDS.find((one) => one.kind === kind)?.name ?? kind;
}
