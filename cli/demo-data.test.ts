// The sample commune holds together: counts, references between its files, days, telephone numbers
// and the figures told in its news.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { isWorkingDay, toPlainDate } from '#lib/vietnam/index.ts';
import { loadShippedCalendar } from '#lib/vietnam/index.server.ts';
import { readDemoData } from './demo-data.server.ts';
import { DEMO_DAY, DEMO_FILES, parseDemoData } from './demo-data.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'data/demo');
const fileText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const data = readDemoData();
const actIds = new Set(data.acts.map((act) => act.id));
const actBy = new Map(data.acts.map((act) => [act.id, act]));

const table = z
  .object({
    kinds: z.array(
      z.object({
        id: z.string(),
        channels: z.array(z.string()),
        quantities: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .parse(parse(readFileSync(path.join(root, 'data/act-kinds.yaml'), 'utf8')));
const kindBy = new Map(table.kinds.map((kind) => [kind.id, kind]));
const channels = new Set(table.kinds.flatMap((kind) => kind.channels));

/** Vietnamese calendar day of a moment written with +07:00. */
const dayOf = (moment: string): string => moment.slice(0, 10);
const sum = (numbers: (number | undefined)[]): number =>
  numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
const unique = <T>(values: T[]): boolean => new Set(values).size === values.length;

/** Duties of each unit as the plan's text lists them: dashes, or one paragraph without. */
function dutiesInPlan(): { name: string; duties: number }[] {
  const part = data.planText.split(/^IV\. .*$/m)[1]?.split(/^Trên đây là/m)[0] ?? '';
  return part
    .split(/^\d+\. /m)
    .slice(1)
    .map((section) => {
      const [name = '', ...lines] = section.split('\n');
      const dashes = lines.filter((line) => line.startsWith('- ')).length;
      return { name: name.replace(/^Đề nghị /, ''), duties: Math.max(1, dashes) };
    });
}

describe('the sample plan', () => {
  it('has the parts of the original: 11 topics, 6 measures, 8 units with 21 duties', () => {
    const part = (from: string, to: string): string =>
      data.planText.split(from)[1]?.split(to)[0] ?? '';
    expect(part('\nII. ', '\nIII. ').match(/^\d+\. /gm)).toHaveLength(11);
    expect(part('\nIII. ', '\nIV. ').match(/^\d+\. /gm)).toHaveLength(6);
    expect(part('1. Mục đích', '2. Yêu cầu').match(/^- /gm)).toHaveLength(4);
    expect(part('2. Yêu cầu', '3. Đối tượng:').match(/^- /gm)).toHaveLength(6);
    expect(dutiesInPlan().map((unit) => unit.duties)).toEqual([5, 4, 2, 3, 3, 1, 1, 2]);
    expect(data.planText.split('Nơi nhận:')[1]?.match(/^- /gm)).toHaveLength(6);
  });

  it('names the units as commune.yaml does, in the same order', () => {
    expect(data.commune.units.map((unit) => unit.name)).toEqual(
      dutiesInPlan().map((unit) => unit.name),
    );
    expect(data.commune.units.map((unit) => unit.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is composed Unicode in the tone placement the project writes', () => {
    for (const name of Object.values(DEMO_FILES)) {
      const text = fileText(name);
      expect(text.normalize('NFC'), name).toBe(text);
      expect(text, name).not.toMatch(/(hoà|hoá|toà|uỷ|thuỷ|thuý|khoẻ)(?!\p{L})/iu);
    }
  });
});

describe('acts', () => {
  it('are about half a year of work, each known by one id', () => {
    expect(data.acts.length).toBeGreaterThanOrEqual(90);
    expect(data.acts.length).toBeLessThanOrEqual(120);
    expect(unique(data.acts.map((act) => act.id))).toBe(true);
    expect(new Set(data.acts.map((act) => act.kind)).size).toBeGreaterThanOrEqual(14);
  });

  it('go through a channel of their kind and serve a duty their unit has', () => {
    const duties = dutiesInPlan();
    for (const act of data.acts) {
      expect(kindBy.get(act.kind)?.channels, act.id).toContain(act.channel);
      expect(act.duty, act.id).toBeLessThanOrEqual(duties[act.unit - 1]?.duties ?? 0);
      expect(unique(act.topics), act.id).toBe(true);
    }
    expect(unique(data.acts.map((act) => act.title))).toBe(true);
  });

  it('happened between the plan and the demo day, on working days but for Saturday volunteers', async () => {
    const calendar = await loadShippedCalendar();
    for (const act of data.acts) {
      expect(act.date >= '2023-01-05' && act.date <= DEMO_DAY, act.id).toBe(true);
      const saturday = new Date(`${act.date}T00:00Z`).getUTCDay() === 6;
      if (act.kind === 'joint-activity' && saturday) continue;
      expect(isWorkingDay(toPlainDate(act.date), calendar), act.id).toBe(true);
    }
  });

  it('carry the figures their kind is counted by', () => {
    for (const act of data.acts) {
      const counted = Object.keys(kindBy.get(act.kind)?.quantities ?? {});
      expect(counted, act.id).toEqual(expect.arrayContaining(Object.keys(act.quantities)));
      const { items, airings, minutes, people, copies } = act.quantities;
      if (act.channel === 'radio') expect(items && airings && minutes, act.id).toBeTruthy();
      if (act.kind === 'leaflet' || act.kind === 'poster') expect(copies, act.id).toBeDefined();
      if (['meeting', 'conference', 'training', 'joint-activity'].includes(act.kind)) {
        expect(people, act.id).toBeDefined();
      }
    }
  });

  it('leave what the coordinator must see: proof missing, a silent topic, thin topics', () => {
    const withoutProof = data.acts.filter((act) => act.evidence.length === 0);
    expect(withoutProof.length).toBeGreaterThanOrEqual(5);
    const last = (topic: number): string =>
      data.acts
        .filter((act) => act.topics.includes(topic))
        .map((act) => act.date)
        .sort()
        .at(-1) ?? '';
    expect(last(7) < '2023-04-01').toBe(true);
    const daysSilent = (topic: number): number =>
      (Date.parse(DEMO_DAY) - Date.parse(last(topic))) / 86_400_000;
    const silent = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter(
      (topic) =>
        daysSilent(topic) >
        (data.schedule.silence.topics[topic] ?? data.schedule.silence.default_days),
    );
    expect(silent).toEqual([7]);
    const onRadio = new Set(
      data.acts.filter((act) => act.channel === 'radio').flatMap((act) => act.topics),
    );
    expect([8].some((topic) => onRadio.has(topic))).toBe(false);
    for (const thin of [8, 9]) {
      expect(data.acts.filter((act) => act.topics.includes(thin)).length).toBeLessThanOrEqual(5);
    }
  });

  it('name villages of the commune and news that exist', () => {
    const villages = new Set(data.commune.villages.items.map((village) => village.slug));
    const news = new Set(data.news.map((item) => item.id));
    for (const act of data.acts) {
      if (act.village) expect(villages, act.id).toContain(act.village);
      for (const proof of act.evidence) {
        if (proof.kind === 'link' && proof.news) expect(news, act.id).toContain(proof.news);
      }
    }
  });
});

describe('news', () => {
  it('is the public face of an act of the same day', () => {
    expect(data.news.length).toBeGreaterThanOrEqual(12);
    expect(unique(data.news.map((item) => item.id))).toBe(true);
    for (const item of data.news) {
      expect(actIds, item.id).toContain(item.act);
      expect(actBy.get(item.act)?.date, item.id).toBe(dayOf(item.time));
      expect(actBy.get(item.act)?.public, item.id).toBe(true);
    }
  });

  it('tells figures that are those of the acts and the case figures', () => {
    const told = (id: string): string => JSON.stringify(data.news.find((item) => item.id === id));
    const villageMeetings = data.acts.filter((act) => act.id.startsWith('hop-thon-'));
    const surveys = data.acts.filter((act) => act.kind === 'survey');
    const trainings = data.acts.filter((act) => act.kind === 'training');
    const bulletins = data.acts.filter((act) => act.channel === 'radio' && act.date < '2023-06-29');
    const people = (acts: typeof data.acts): number =>
      sum(acts.map((act) => act.quantities.people));
    const halfYear = told('sau-thang-tuyen-truyen');
    expect(villageMeetings).toHaveLength(5);
    expect(halfYear).toContain(`${people(villageMeetings)} lượt người`);
    expect(trainings).toHaveLength(5);
    expect(halfYear).toContain(`${people(trainings)} lượt người`);
    expect(halfYear).toContain(`${bulletins.length} số`);
    expect(told('ket-qua-phieu-hoi-y-kien')).toContain(`${people(surveys)} phiếu`);
    const quarter = data.caseFigures.slice(0, 3);
    const early = sum(quarter.map((row) => row.truoc_han));
    const onTime = sum(quarter.map((row) => row.dung_han));
    expect(told('ket-qua-quy-1')).toContain(`${early} hồ sơ xong trước hạn`);
    expect(told('ket-qua-quy-1')).toContain(`${onTime} hồ sơ đúng hạn`);
    expect(told('ket-qua-quy-1')).toContain(`${early + onTime} hồ sơ`);
  });
});

describe('schedule', () => {
  it('gives every topic a short name and plans each row once', () => {
    expect(Object.keys(data.schedule.topic_labels).map(Number)).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
    const { planned } = data.schedule;
    expect(unique(planned.map((row) => `${row.topic} ${row.channel} ${row.unit}`))).toBe(true);
    for (const row of planned) {
      expect(unique(row.months)).toBe(true);
      expect(channels).toContain(row.channel);
    }
    for (const unit of data.commune.units) {
      for (const channel of unit.channels) expect(channels, unit.slug).toContain(channel);
    }
  });

  it('has cells that were done, cells that were missed and cells still to come', () => {
    const done = new Set(
      data.acts.flatMap((act) =>
        act.topics.map(
          (topic) => `${topic} ${act.channel} ${act.unit} ${Number(act.date.slice(5, 7))}`,
        ),
      ),
    );
    const cells = data.schedule.planned.flatMap((row) =>
      row.months.map((month) => ({ ...row, month })),
    );
    const past = cells.filter((cell) => cell.month <= 6);
    const missed = past.filter(
      (cell) => !done.has(`${cell.topic} ${cell.channel} ${cell.unit} ${cell.month}`),
    );
    expect(missed.length).toBeGreaterThanOrEqual(10);
    expect(missed.length).toBeLessThan(past.length / 4);
    expect(cells.length - past.length).toBeGreaterThan(20);
    expect(missed.some((cell) => cell.topic === 8 && cell.channel === 'radio')).toBe(true);
  });
});

describe('case figures', () => {
  it('cover each month to the demo day once, and were declared by then', () => {
    const months = data.caseFigures.map((row) => row.thang);
    expect(months).toEqual([1, 2, 3, 4, 5, 6].map((month) => `2023-0${month}`));
    for (const row of data.caseFigures) expect(dayOf(row.cap_nhat_luc) <= DEMO_DAY).toBe(true);
  });

  it('refuse a row with a missing cell', () => {
    const texts = Object.fromEntries(
      Object.entries(DEMO_FILES).map(([key, name]) => [key, fileText(name)]),
    ) as Record<keyof typeof DEMO_FILES, string>;
    const caseFigures = `${texts.caseFigures.trim()}\n2023-07,1,2\n`;
    expect(() => parseDemoData({ ...texts, caseFigures })).toThrow('case-figures.csv:8');
  });
});

describe('consultations', () => {
  const { consultations } = data.consultations;

  it('go forward in time, and no further than the demo day', () => {
    for (const one of consultations) {
      const { received, opened, comments, reviewed, answered, issued } = one;
      const steps = [received, opened, ...comments.map(({ at }) => at), reviewed, answered];
      const told = [...steps, issued?.at].flatMap((at) => (at === undefined ? [] : [at]));
      expect(told, one.id).toEqual(told.toSorted());
      expect(dayOf(told.at(-1) ?? '') <= DEMO_DAY, one.id).toBe(true);
      expect(dayOf(opened), one.id).toBe(one.opens);
      if (answered) expect(one.closes < dayOf(answered), one.id).toBe(true);
    }
  });

  it('are one that is open and waits for an officer, and one with everything said', () => {
    const [answered, open, ...more] = consultations;
    expect(more).toEqual([]);
    expect(open && open.closes > DEMO_DAY && open.comments.length > 0).toBe(true);
    expect(open?.comments.every(({ shown, aside }) => !shown && !aside)).toBe(true);
    const shown = answered?.comments.filter((one) => one.shown) ?? [];
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.every(({ verdict }) => verdict)).toBe(true);
    const days = Number(
      (Date.parse(answered?.closes ?? '') - Date.parse(answered?.opens ?? '')) / 86_400_000,
    );
    expect(answered?.answer).toContain(`Trong ${days} ngày`);
    for (const { replace } of answered?.issued?.words ?? []) {
      expect(answered?.draft).toContain(replace);
    }
  });
});

describe('people and numbers', () => {
  it('gives each unit an account and every role a holder', () => {
    const { accounts, units } = data.commune;
    expect(unique(accounts.map((account) => account.login))).toBe(true);
    for (const unit of units) {
      expect(accounts.filter((account) => account.unit === unit.number)).toHaveLength(1);
    }
    expect(new Set(accounts.flatMap((account) => account.roles)).size).toBe(5);
  });

  it('shows no telephone number but the declared ones', () => {
    const declared = new Set(
      [data.commune.commune.telephone, ...data.commune.hotlines.items.map((h) => h.number)].map(
        (number) => number.replace(/\D/g, ''),
      ),
    );
    for (const name of Object.values(DEMO_FILES)) {
      // Eight digits or more, in groups as telephones are written; dates and times have other marks.
      for (const [found] of fileText(name).matchAll(
        /(?<![\d/-])(?:\+84|0)(?:[ .]?\d){7,11}(?!\d)/g,
      )) {
        expect(declared, `${name}: ${found}`).toContain(found.replace(/\D/g, ''));
      }
    }
  });
});
