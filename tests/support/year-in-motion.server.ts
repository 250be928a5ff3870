// A year of an office played by its use cases with the clock in hand: an empty installation gets the sample
// commune's units, people and plan, and then its days pass as the trial says. Pages see the day through
// the commune's own demonstration day; nothing in the program knows of the trial.
import { readDemoData } from '#root/cli/demo-data.server.ts';
import { foundOffice, openToVisitors, type DemoOffice } from '#root/cli/demo/office.server.ts';
import { confirmDemoPlan, type DemoPlan } from '#root/cli/demo/plan.server.ts';
import {
  closeDatabase,
  inCommune,
  newId,
  openDatabase,
  startDatabase,
  stopJobs,
  type RunningDatabase,
  type Tx,
} from '#lib/platform/index.server.ts';
import type { Actor, Person } from '#lib/platform/index.ts';
import { getActKinds, listOccurrences, recordAct } from '#lib/plans/index.server.ts';
import { channelsIn, findKind, type RecordAct } from '#lib/plans/index.ts';
import { sweepReminders } from '#lib/plans/reminders/reminders.server.ts';
import { addDays, toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';

const FOUNDED = '2023-01-03T01:00:00.000Z';

export interface Year {
  readonly office: DemoOffice;
  readonly plan: DemoPlan;
  /** As `loa start` would have printed them. */
  readonly words: string;
  readonly person: (login: string) => Person;
  /** Runs a use case on a day, at nine in the morning. */
  at<T>(day: string, login: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Lets the days pass in which units do what falls due, but for what `misses` says; reminders go out. */
  live(from: string, to: string, misses: (unit: string, due: string) => boolean): Promise<number>;
  /** The day that pages show from now on. */
  turnTo(day: string): Promise<void>;
  end(): Promise<void>;
}

/** Founds the office on the database of the installation in `data`, which must be empty. */
export async function beginYear(data: string): Promise<Year> {
  const database = await startDatabase({
    dataFolder: data,
    command: 'test',
    share: true,
    env: process.env,
  });
  openDatabase({ app: database.app, owner: database.owner });
  const demo = readDemoData();
  const office = await foundOffice(demo.commune, FOUNDED);
  const person = (login: string) => personOf(office, login);
  const plan = await confirmDemoPlan(office, demo, person('noi-vu'));
  await openToVisitors(office.communeId, FOUNDED);
  const as = <T>(now: string, actor: Actor, work: (tx: Tx) => Promise<T>) =>
    inCommune(office.communeId, work, { write: true, actor, now });
  return {
    office,
    plan,
    words: [...office.passwords].map(([login, password]) => `  ${login}  ${password}`).join('\n'),
    person,
    at: (day, login, work) => as(morning(day), person(login), work),
    live: (from, to, misses) => live(office, { from, to, misses }, as),
    turnTo: (day) =>
      as(morning(day), person('quan-tri'), async (tx) => {
        await tx.db.updateTable('commune').set({ demo_day: day }).execute();
      }),
    end: () => leave(database),
  };
}

type As = <T>(now: string, actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>;

async function live(
  { communeId, people }: DemoOffice,
  span: { from: string; to: string; misses: (unit: string, due: string) => boolean },
  as: As,
): Promise<number> {
  const coordinator = people.find(({ login }) => login === 'noi-vu')?.person;
  if (!coordinator) throw new Error('the sample has no coordinator');
  let done = 0;
  for (let day = toPlainDate(span.from); day <= span.to; day = addDays(day, 1)) {
    await sweepReminders(communeId, morning(day));
    done += await as(morning(day), coordinator, (tx) => doWhatIsDue(tx, day, span.misses));
  }
  return done;
}

/** One act, with a link that proves it, for each occurrence that is due on the day and still open. */
async function doWhatIsDue(
  tx: Tx,
  day: PlainDate,
  misses: (unit: string, due: string) => boolean,
): Promise<number> {
  const due = (await listOccurrences(tx)).filter(
    (one) => one.due === day && one.state === 'open' && !misses(one.unit, day),
  );
  const topics = await tx.db.selectFrom('plan_topic').select('id').orderBy('position').execute();
  for (const [index, { about, unit }] of due.entries()) {
    const topic = topics[(index + day.charCodeAt(6)) % topics.length]?.id ?? '';
    await recordAct(tx, {
      ...actFor(about.text),
      day,
      unitId: unit,
      topics: [topic],
      duties: [about.id],
    });
  }
  return due.length;
}

function actFor(duty: string): Omit<RecordAct, 'day' | 'unitId' | 'topics'> {
  const [channel = 'meeting'] = channelsIn(duty);
  const kind = { radio: 'radio-bulletin', portal: 'article', noticeboard: 'board-posting' }[
    channel as string
  ];
  return {
    clientKey: newId(),
    kind: findKind(getActKinds(), kind ?? '')?.id ?? 'meeting',
    anotherAct: true,
    quantities: { items: 1 },
    evidence: [{ kind: 'link', url: 'https://tien-tien.example/minh-chung' }],
  };
}

function personOf(office: DemoOffice, login: string): Person {
  const found = office.people.find((one) => one.login === login);
  if (!found) throw new Error(`the sample has no account ${login}`);
  return found.person;
}

function morning(day: string): string {
  return `${day}T02:00:00.000Z`;
}

async function leave(database: RunningDatabase): Promise<void> {
  await stopJobs();
  await closeDatabase();
  await database.stop();
}
