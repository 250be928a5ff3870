// The box opened up: every month, its source, when it was declared, and every correction.
import { caseBoxWords, foldFigures, monthWords } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { formatInstant, formatMonth, formatNumber } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const versions = await listFigureVersions(tx);
    const years = [...new Set(versions.map((one) => Number(one.month.slice(0, 4))))].toSorted(
      (a, b) => b - a,
    );
    const asked = Number(url.searchParams.get('nam'));
    const year = years.includes(asked) ? asked : years[0];
    const box = foldFigures(versions, { asOf: null, year });
    return {
      years,
      year: year ?? null,
      words: caseBoxWords(box),
      part: box?.earlyAndOnTime ?? 0,
      whole: box?.handled ?? 0,
      sum: box ? monthWords(box) : null,
      sources: box?.sources ?? [],
      months: (box?.months ?? []).map((one) => ({
        month: formatMonth(one.month),
        ...monthWords(one),
        source: one.current.source,
        declaredAt: formatInstant(one.current.declaredAt),
      })),
      corrections: (box?.months ?? []).flatMap((one) =>
        [...one.replaced, one.current].slice(1).map((version, index) => {
          const before = one.replaced[index];
          return {
            id: `${one.month}-${version.version}`,
            month: formatMonth(one.month),
            at: formatInstant(version.declaredAt),
            from: before ? inWords(before) : '',
            to: inWords(version),
            reason: version.reason ?? '',
          };
        }),
      ),
    };
  });

function inWords(figures: { early: number | null; onTime: number; late: number }): string {
  const byDay = formatNumber((figures.early ?? 0) + figures.onTime);
  return `${byDay} trước và đúng hạn, ${formatNumber(figures.late)} trễ hạn`;
}
