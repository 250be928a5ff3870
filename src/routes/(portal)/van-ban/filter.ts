// What is asked of the list of documents, as its form puts it into the address.
const FORCE: Readonly<Record<string, 'in-force' | 'ended'>> = { con: 'in-force', het: 'ended' };
/** Whose documents: the commune's own, or what came from above. */
const FROM: Readonly<Record<string, string>> = { xa: 'own', den: 'incoming' };
const LONGEST = 100;

export function documentFilterOf(url: URL) {
  // No database takes the first of the control characters, and nobody types any.
  const given = (name: string) => {
    const typed = url.searchParams.get(name) ?? '';
    return typed.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST) || undefined;
  };
  return {
    words: given('q'),
    type: given('loai'),
    field: given('ve'),
    year: given('nam'),
    direction: FROM[given('nguon') ?? ''],
    force: FORCE[given('hieu-luc') ?? ''],
  };
}

/** The query that narrows pages and feeds of documents to a field of work. */
export function fieldQuery(field: string | undefined): string {
  return field ? `?${new URLSearchParams({ ve: field })}` : '';
}
