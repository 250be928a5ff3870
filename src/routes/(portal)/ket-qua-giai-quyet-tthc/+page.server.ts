// The box opened up: every month, its source, when it was declared, and every correction.
import { foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { figureWords } from '#lib/portal/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const words = figureWords(languageOf(url.pathname));
    const inWords = (one: { early: number | null; onTime: number; late: number }) =>
      words.inTime((one.early ?? 0) + one.onTime, one.late);
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
      words: words.box(box),
      part: box?.earlyAndOnTime ?? 0,
      whole: box?.handled ?? 0,
      sum: box ? words.row(box) : null,
      sources: box?.sources ?? [],
      months: (box?.months ?? []).map((one) => ({
        month: words.monthName(one.month),
        ...words.row(one),
        source: one.current.source,
        declaredAt: words.moment(one.current.declaredAt),
      })),
      corrections: (box?.months ?? []).flatMap((one) =>
        [...one.replaced, one.current].slice(1).map((version, index) => {
          const before = one.replaced[index];
          return {
            id: `${one.month}-${version.version}`,
            month: one.month,
            at: words.moment(version.declaredAt),
            from: before ? inWords(before) : '',
            to: inWords(version),
            reason: version.reason ?? '',
          };
        }),
      ),
    };
  });
