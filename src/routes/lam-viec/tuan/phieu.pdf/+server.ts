// The sheets of a week that were made, of one unit or of every unit and village.
import { isId } from '#lib/platform/index.ts';
import { printWeekSheets, readWeekSheets } from '#lib/plans/index.server.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = url.searchParams.get('ngay') ?? '';
  const unit = url.searchParams.get('don-vi') ?? '';
  const { plainName, demoDay } = siteOf(locals.commune);
  const data = await locals.read((tx) =>
    readWeekSheets(tx, {
      day: isPlainDate(asked) ? asked : tx.today,
      ...(isId(unit) && { unitId: unit }),
      office: `Ủy ban nhân dân ${plainName}`,
      origin: url.origin,
      isDemo: demoDay !== null,
    }),
  );
  const pdf = await printWeekSheets(data);
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="phieu-tuan.pdf"',
      // Whoever holds a sheet's code may try PINs by it.
      'cache-control': 'private, no-store',
    },
  });
};
