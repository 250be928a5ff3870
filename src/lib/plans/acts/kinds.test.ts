// The shipped table of kinds: complete, consistent, and drawn with icons that exist.
import { describe, expect, test } from 'vitest';
import { ICONS } from '#lib/ui/index.ts';
import { getActKinds } from './kinds.server.ts';
import { ActKinds, countedQuantities, findChannel, findKind, quantitiesOf } from './kinds.ts';
import { grouped, quantitiesInWords, sumsInWords } from './words.ts';

const table = getActKinds();

describe('the table of kinds', () => {
  test('has no id twice and only icons that exist', () => {
    for (const list of [table.kinds, table.channels, table.audiences]) {
      const ids = list.map((entry) => entry.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const { icon } of [...table.kinds, ...table.channels]) expect(ICONS).toHaveProperty(icon);
  });

  test('names every channel that reading a plan knows (ruling 16)', () => {
    const known =
      'meeting portal noticeboard radio poster training masses reception press social sms';
    for (const id of known.split(' ')) expect(findChannel(table, id)).toBeDefined();
    for (const id of ['leaflet', 'banner', 'survey', 'commendation']) {
      expect(findKind(table, id)?.channels.length).toBeGreaterThan(0);
    }
  });

  test('counts every kind in items, with a default', () => {
    for (const kind of table.kinds) {
      expect(quantitiesOf(kind)[0]).toMatchObject({ name: 'items', rule: { default: 1 } });
    }
  });

  test('refuses a kind with a channel it does not have', () => {
    const [kind] = table.kinds;
    const broken = { ...table, kinds: [{ ...kind, channels: ['drums'] }] };
    expect(ActKinds.safeParse(broken).success).toBe(false);
  });
});

describe('quantities', () => {
  const bulletin = findKind(table, 'radio-bulletin');

  test('of a kind leave out what it is not counted in', () => {
    if (!bulletin) throw new Error('no bulletins');
    expect(countedQuantities(bulletin, { people: 40 })).toEqual({ items: 1, airings: 1 });
    expect(countedQuantities(bulletin, { airings: 3, minutes: 5 }).minutes).toBe(15);
  });

  test('are read aloud in the kind’s own units', () => {
    expect(quantitiesInWords(table, 'radio-bulletin', { items: 1, airings: 4, minutes: 6 })).toBe(
      '1 bản tin, 4 lượt phát, 6 phút mỗi lần',
    );
    expect(quantitiesInWords(table, 'meeting', {})).toBe('');
    expect(sumsInWords({ items: 5, airings: 1200, people: 0 })).toBe('1.200 lượt phát');
    expect(grouped(2639)).toBe('2.639');
  });
});
