// The filter of the register, as its form puts it into the address.
const FORCE: Readonly<Record<string, 'in-force' | 'ended'>> = { con: 'in-force', het: 'ended' };

export function registerFilterOf(query: URLSearchParams) {
  const given = (name: string) => query.get(name) || undefined;
  return {
    words: given('tim'),
    type: given('loai'),
    direction: given('huong'),
    year: given('nam'),
    force: FORCE[given('hieu-luc') ?? ''],
  };
}
