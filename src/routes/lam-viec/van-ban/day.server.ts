// The day the office stands at: today, or the fixed day of a demonstration.
import { isPlainDate, vietnamDate } from '#lib/vietnam/index.ts';

/** The day asked for in the address (`ngay`), else the office's own. */
export function dayOf(locals: App.Locals, url?: URL): string {
  const asked = url?.searchParams.get('ngay');
  if (asked && isPlainDate(asked)) return asked;
  return locals.commune.demoDay ?? vietnamDate(new Date().toISOString());
}
