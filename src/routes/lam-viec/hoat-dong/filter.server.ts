// The filter of the list of acts, as its form puts it into the address.
import { isId } from '#lib/platform/index.ts';
import type { ActFilter } from '#lib/plans/index.server.ts';
import { isMonthKey } from '#lib/vietnam/index.ts';

const EVIDENCE: Readonly<Record<string, 'some' | 'none'>> = { co: 'some', thieu: 'none' };

/** An address may carry anything; what means nothing filters by nothing. */
export function actFilterOf(query: URLSearchParams): ActFilter {
  const given = (name: string) => query.get(name) || undefined;
  const id = (name: string) => {
    const text = given(name);
    return isId(text) ? text : undefined;
  };
  const month = (name: string) => {
    const text = given(name);
    return text && isMonthKey(text) ? text : undefined;
  };
  return {
    topicId: id('noi-dung'),
    channel: given('kenh'),
    kind: given('loai'),
    month: month('thang'),
    from: month('tu'),
    to: month('den'),
    unitId: id('don-vi'),
    dutyId: id('nhiem-vu'),
    planId: id('ke-hoach'),
    evidence: EVIDENCE[query.get('minh-chung') ?? ''],
    withdrawn: query.has('da-rut'),
  };
}
