// Where a published report stands on the portal.
import { slugify } from '#lib/vietnam/index.ts';

/** "2023-05-bc-ubnd": a number is one document of its year. */
export function publicSlug({
  date,
  code,
}: {
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}): string {
  return `${date?.slice(0, 4) ?? ''}-${slugify(code ?? '')}`;
}
