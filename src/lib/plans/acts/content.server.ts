// Checks what an act says against the office: kind, channel, unit, topics, duties, dates, personal data.
import { listOwnContacts, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import {
  canonicalText,
  findPersonalData,
  maskPersonalData,
  nameHit,
  type PersonalDataHit,
} from '#lib/platform/index.ts';
import { formatDate, toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { findClosedPeriod } from '../coverage/close-period.server.ts';
import { periodInWords } from '../coverage/period.ts';
import type { ActData } from '../events.ts';
import { actError } from './errors.ts';
import { getActKinds } from './kinds.server.ts';
import { findChannel, findKind, quantitiesOf, type KindEntry, type Quantities } from './kinds.ts';
import type { ActContent } from './record-act.ts';

export interface Answers {
  readonly personalData: 'refuse' | 'mask' | 'confirm';
  readonly outsidePlan: boolean;
  readonly lateForPeriod: boolean;
}

/** The act as it will be kept. @throws LoaError `act.*` with the field that is wrong */
export async function settleContent(
  tx: Tx,
  given: ActContent,
  answers: Answers,
): Promise<ActContent> {
  const kind = findKind(getActKinds(), given.kind);
  if (!kind) throw actError('act.unknown-kind', {}, 'kind');
  const channel = settleChannel(kind, given.channel);
  if (given.day > tx.today) {
    throw actError('act.in-future', { day: formatDate(given.day) }, 'day');
  }
  await requireUnit(tx, given.unitId, given.day);
  if (!answers.lateForPeriod) await requireOpenPeriod(tx, given.day);
  if (given.villageId !== null) await requireVillage(tx, given.villageId);
  const topicLabel = await requireTopics(tx, given, answers.outsidePlan);
  await requireDuties(tx, given.duties);
  const known = getActKinds().audiences.map((audience) => audience.id);
  const settled: ActContent = {
    ...given,
    channel,
    title: given.title || `${kind.name}: ${topicLabel} (${formatDate(given.day)})`,
    audience: known.filter((id) => given.audience.includes(id)),
    quantities: carried(kind, given.quantities),
  };
  return settled.isPublic ? guardPrivacy(tx, settled, answers.personalData) : settled;
}

/** Canonical text of an act's words and its SHA-256, which the event carries. */
export function contentText(content: ActContent): { text: string; digest: string } {
  const text = canonicalText(content);
  return { text, digest: sha256Hex(text) };
}

/** What the event of a version carries. */
export function actData(content: ActContent, version: number, digest: string): ActData {
  return {
    version,
    kind: content.kind,
    channel: content.channel,
    day: content.day,
    unit: content.unitId,
    topics: content.topics,
    duties: content.duties,
    quantities: content.quantities,
    audience: content.audience,
    village: content.villageId,
    public: content.isPublic,
    digest,
  };
}

/**
 * Public text without personal numbers: refuses, covers them, or lets them stand as confirmed. The
 * office's own numbers are no personal data.
 */
export async function settlePublicText<Name extends string>(
  tx: Tx,
  texts: Readonly<Record<Name, string>>,
  answer: Answers['personalData'],
): Promise<Record<Name, string>> {
  const settled: Record<Name, string> = { ...texts };
  if (answer === 'confirm') return settled;
  const own = await listOwnContacts(tx);
  for (const name of Object.keys(texts) as Name[]) {
    const hits = findPersonalData(texts[name], own);
    if (hits.length === 0) continue;
    if (answer === 'refuse') throw actError('act.personal-data', { found: listHits(hits) }, name);
    settled[name] = maskPersonalData(texts[name], hits);
  }
  return settled;
}

async function guardPrivacy(
  tx: Tx,
  content: ActContent,
  answer: Answers['personalData'],
): Promise<ActContent> {
  const { title, summary, body, place } = content;
  return { ...content, ...(await settlePublicText(tx, { title, summary, body, place }, answer)) };
}

function listHits(hits: readonly PersonalDataHit[]): string {
  return hits.map(nameHit).join(', ');
}

function settleChannel(kind: KindEntry, given: string): string {
  const channel = given === '' ? kind.channels[0] : given;
  if (channel !== undefined && kind.channels.includes(channel)) return channel;
  const names = kind.channels.map((id) => findChannel(getActKinds(), id)?.name ?? id);
  throw actError('act.wrong-channel', { kind: kind.name, channels: names.join(', ') }, 'channel');
}

/** Only what the kind is counted in: a leaflet has no airings. */
function carried(kind: KindEntry, given: Quantities): Quantities {
  const kept = quantitiesOf(kind).flatMap(({ name }) => {
    const amount = given[name];
    return amount === undefined ? [] : [[name, amount] as const];
  });
  return Object.fromEntries(kept);
}

async function requireUnit(tx: Tx, id: string, day: string): Promise<void> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['name', 'valid_to'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!unit) throw actError('act.unknown-unit', {}, 'unitId');
  if (unit.valid_to !== null && unit.valid_to < day) {
    const end = formatDate(toPlainDate(unit.valid_to));
    throw actError('act.gone-unit', { unit: unit.name, end }, 'unitId');
  }
}

async function requireOpenPeriod(tx: Tx, day: PlainDate): Promise<void> {
  const closed = await findClosedPeriod(tx, day);
  if (!closed) return;
  const period = periodInWords(closed.period);
  throw actError('act.period-closed', { day: formatDate(day), period }, 'day');
}

async function requireVillage(tx: Tx, id: string): Promise<void> {
  const village = await tx.db
    .selectFrom('village')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!village) throw actError('act.unknown-village', {}, 'villageId');
}

/** Topics of plans in force, one of which holds the day. Gives back the first topic's label. */
async function requireTopics(
  tx: Tx,
  { topics, day }: ActContent,
  outsidePlan: boolean,
): Promise<string> {
  const found = await tx.db
    .selectFrom('plan_topic')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'plan_topic.commune_id')
        .onRef('plan.id', '=', 'plan_topic.plan_id'),
    )
    .select(['plan_topic.id', 'plan_topic.label', 'plan.period_from', 'plan.period_to'])
    .where('plan_topic.id', 'in', topics)
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan_topic.position')
    .execute();
  const first = found[0];
  if (!first || found.length < topics.length) throw actError('act.unknown-topic', {}, 'topics');
  const holds = found.some(
    (topic) => (topic.period_from ?? '') <= day && day <= (topic.period_to ?? ''),
  );
  if (!holds && !outsidePlan) {
    throw actError(
      'act.outside-plan',
      {
        day: formatDate(day),
        from: formatDate(toPlainDate(first.period_from ?? day)),
        to: formatDate(toPlainDate(first.period_to ?? day)),
      },
      'day',
    );
  }
  return first.label;
}

async function requireDuties(tx: Tx, duties: readonly string[]): Promise<void> {
  if (duties.length === 0) return;
  const found = await tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .select('duty.id')
    .where('duty.id', 'in', [...duties])
    .where('plan.status', '=', 'confirmed')
    .execute();
  if (found.length < duties.length) throw actError('act.unknown-duty', {}, 'duties');
}
