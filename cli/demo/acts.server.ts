// Half a year of acts, each recorded through the same use case as at the desk, at the time it was done,
// by somebody of the unit that did it.
import { newId, storeFile } from '#lib/platform/index.server.ts';
import type { Person } from '#lib/platform/index.ts';
import type { IconName } from '#lib/ui/index.ts';
import { formatDate, toInstant, toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import { findChannel, publicActUrl, type EvidenceInput } from '#lib/plans/index.ts';
import { getActKinds, recordAct } from '#lib/plans/index.server.ts';
import { DEMO_DAY, type DemoAct, type DemoData, type DemoNews } from '../demo-data.ts';
import type { DemoOffice } from './office.server.ts';
import { drawPicture, writePaper } from './pictures.server.ts';
import { writeAs, type DemoPlan } from './plan.server.ts';

/** Acts without a news item are written down at the end of the working day. */
const WRITTEN_DOWN = '16:30';
/** On the demo's own day they must lie before anything a visitor does. */
const WRITTEN_DOWN_TODAY = '07:30';
const LIMIT = 2_000_000;
/** Links of the demo lead nowhere; the commune's own pages are named by this host. */
const OWN_PAGES = 'https://tien-tien.example';

export interface Happening {
  /** ISO UTC. */
  readonly at: string;
  readonly happen: () => Promise<void>;
}

/** What happened, to be played in order of time with everything else. */
export function actsToRecord(data: DemoData, office: DemoOffice, plan: DemoPlan): Happening[] {
  const news = new Map(data.news.map((item) => [item.act, item]));
  return data.acts.map((act) => {
    const item = news.get(act.id);
    const time = act.date === DEMO_DAY ? WRITTEN_DOWN_TODAY : WRITTEN_DOWN;
    const at = item ? toInstant(item.time) : vietnamInstant(toPlainDate(act.date), time);
    return { at, happen: () => record(act, item, at, office, plan) };
  });
}

async function record(
  act: DemoAct,
  item: DemoNews | undefined,
  at: string,
  office: DemoOffice,
  plan: DemoPlan,
): Promise<void> {
  const unitId = office.units.get(act.unit) ?? '';
  const evidence: EvidenceInput[] = [];
  for (const [index] of act.evidence.entries()) {
    evidence.push(await makeEvidence(act, index, office.communeId, item));
  }
  const duty = plan.duties.get(unitId)?.[act.duty - 1];
  await writeAs(office, recorder(office, act.unit))(at, (tx) =>
    recordAct(tx, {
      clientKey: newId(),
      anotherAct: true,
      kind: act.kind,
      channel: act.channel,
      day: act.date,
      unitId,
      title: item?.title ?? act.title,
      summary: item?.sapo ?? act.summary,
      body: item?.body.join('\n\n') ?? '',
      audience: act.audience,
      place: act.place,
      villageId: act.village === undefined ? null : (office.villages.get(act.village) ?? null),
      topics: act.topics.map((number) => plan.topics[number - 1] ?? ''),
      duties: duty === undefined ? [] : [duty],
      quantities: act.quantities,
      isPublic: act.public,
      evidence,
    }),
  );
}

async function makeEvidence(
  act: DemoAct,
  index: number,
  communeId: string,
  item: DemoNews | undefined,
): Promise<EvidenceInput> {
  const given = act.evidence[index];
  if (!given) throw new Error(`act ${act.id} has no evidence ${index}`);
  const { caption, kind } = given;
  const isPublic = act.public && kind !== 'file';
  if (kind === 'link') {
    const url = given.url ?? `${OWN_PAGES}${publicActUrl(item?.id ?? given.news ?? act.id)}`;
    return { kind, url, caption, isPublic };
  }
  const bytes =
    kind === 'photo'
      ? await drawPicture(`${act.id} ${index}`, iconOf(act.channel))
      : writePaper(caption, act.title, formatDate(toPlainDate(act.date)), rowsOf(act, kind));
  const file = await storeFile(communeId, bytes, {
    name: kind === 'photo' ? `${act.id}.png` : `${act.id}-${index + 1}.txt`,
    maxBytes: LIMIT,
    allow: ['image/png', 'text/plain'],
  });
  return { kind, file, caption, isPublic };
}

function iconOf(channel: string): IconName {
  return (findChannel(getActKinds(), channel)?.icon ?? 'document') as IconName;
}

function rowsOf(act: DemoAct, kind: string): number {
  return kind === 'attendance-list' ? (act.quantities.people ?? 0) : 0;
}

/** Somebody of the unit who may record for it. */
function recorder(office: DemoOffice, unit: number): Person {
  const found = office.people.find(
    (one) => one.unit === unit && one.person.roles.some((role) => role !== 'leader'),
  );
  if (!found) throw new Error(`nobody of unit ${unit} can record its acts`);
  return found.person;
}
