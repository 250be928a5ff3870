// The register as the public reads it: what holds on a day, and one procedure with all it was before.
import {
  findHotlineOn,
  oneUntilNextEvent,
  onceUntilNextEvent,
  type Tx,
} from '#lib/platform/index.server.ts';
import { addDays, compareVietnamese, toPlainDate } from '#lib/vietnam/index.ts';
import { procedureError } from '../errors.ts';
import type { ProcedureForm } from '../forms/form.ts';
import { guideOn, handlingPeriods, type HandlingPeriod } from '../guide/guide-editions.ts';
import { emptyGuide, type ProcedureGuide } from '../guide/guide.ts';
import type { Origin } from '../record/export-format.ts';
import { differences, type FieldChange } from '../record/difference.ts';
import type { ProcedureRecord } from '../record/record.ts';
import { compareVersions, versionOn, versionsAfter, type ProcedureVersion } from './versions.ts';
import { readRecords, readVersions, readWhole } from './versions.server.ts';

/**
 * Every procedure that holds on a day (today where left out), by field and title. Public.
 * The list is shared and kept until something happens in the commune: nobody may change it.
 */
export function listProcedures(
  tx: Tx,
  day: string = tx.today,
): Promise<readonly ProcedureVersion[]> {
  return onceUntilNextEvent(tx, 'procedures', day, async () => {
    const byCode = Map.groupBy(await readVersions(tx), ({ code }) => code);
    return [...byCode.values()]
      .flatMap((versions) => versionOn(versions, day) ?? [])
      .filter(({ status }) => status === 'in-force')
      .toSorted(
        (one, other) =>
          compareVietnamese(one.field, other.field) || compareVietnamese(one.title, other.title),
      );
  });
}

export interface PastVersion {
  readonly version: ProcedureVersion;
  /** Against the version that held before it; empty for the first. */
  readonly changes: readonly FieldChange[];
}

/** The commune's own words as they hold on a day. */
export interface HeldGuide extends ProcedureGuide {
  /** Which edition; 0 where nothing was written by then. */
  readonly number: number;
  /** The number of its hotline on that day; empty where it names none, or that one has gone. */
  readonly telephone: string;
}

export interface PublicProcedure {
  readonly version: ProcedureVersion;
  readonly record: ProcedureRecord;
  readonly guide: HeldGuide;
  /** Who handled it from when to when, as far as the day asked about; the latest first. */
  readonly handling: readonly (HandlingPeriod & { readonly telephone: string })[];
  readonly forms: readonly ProcedureForm[];
  /** What is known to take effect later, the soonest first, each against what holds before it. */
  readonly upcoming: readonly PastVersion[];
  /** What holds and what held before it, the latest first. */
  readonly history: readonly PastVersion[];
}

/**
 * One procedure as of a day: what holds then, or what will hold first, or the last word of an
 * abolished one. Shared and kept until something happens in the commune: nobody may change it.
 * @throws LoaError `procedure.unknown`
 */
export function getProcedure(
  tx: Tx,
  code: string,
  day: string = tx.today,
): Promise<PublicProcedure> {
  return oneUntilNextEvent(tx, 'procedure', `${code} ${day}`, () => readProcedure(tx, code, day));
}

async function readProcedure(tx: Tx, code: string, day: string): Promise<PublicProcedure> {
  const { versions, guides, forms } = await readWhole(tx, code);
  const all = versions.map(({ version }) => version);
  const later = versionsAfter(all, day);
  const version = versionOn(all, day) ?? later[0];
  const record = versions.find((one) => one.version === version)?.record;
  if (!version || !record) throw procedureError('procedure.unknown', { code });
  const past = all.filter((one) => one.effectiveFrom <= day).toSorted(compareVersions);
  const records = new Map(versions.map((one) => [one.version, one.record]));
  const chain = [...past.toReversed(), ...later];
  const told = chain.map((one, at): PastVersion => {
    const [before, now] = [chain[at - 1], one].map((two) => two && records.get(two));
    return { version: one, changes: before && now ? differences(before, now) : [] };
  });
  const known = guides.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const held = guideOn(known, day);
  const periods = handlingPeriods(known);
  const telephone = async (hotline: string, on: string) =>
    hotline === '' ? '' : ((await findHotlineOn(tx, hotline, on))?.number ?? '');
  const handling: (HandlingPeriod & { telephone: string })[] = [];
  for (const period of periods) {
    // A period that has ended says what held on its last day.
    const last = period.until === null ? day : addDays(toPlainDate(period.until), -1);
    handling.push({ ...period, telephone: await telephone(period.hotline, last) });
  }
  const guide = held?.guide ?? emptyGuide;
  return {
    version,
    record,
    guide: {
      ...guide,
      number: held?.number ?? 0,
      telephone: await telephone(guide.hotline, day),
    },
    handling,
    forms,
    upcoming: told.slice(past.length),
    history: told.slice(0, past.length).toReversed(),
  };
}

/** Everything that holds, with records and what its sources said of themselves, for open data. */
export async function readWholeRegister(
  tx: Tx,
  page: { readonly size: number; readonly start: number },
): Promise<{
  total: number;
  items: { version: ProcedureVersion; record: ProcedureRecord; origin: Origin }[];
}> {
  const list = await listProcedures(tx);
  const part = list.slice(page.start, page.start + page.size);
  const records = await readRecords(
    tx,
    part.map(({ recordSha256 }) => recordSha256),
  );
  const origins = await readOrigins(tx, part);
  return {
    total: list.length,
    items: part.flatMap((version) => {
      const record = records.get(version.recordSha256);
      return record ? [{ version, record, origin: origins.get(version.code) ?? {} }] : [];
    }),
  };
}

async function readOrigins(
  tx: Tx,
  versions: readonly ProcedureVersion[],
): Promise<Map<string, Origin>> {
  const rows = await tx.db
    .selectFrom('procedure_version')
    .select(['code', 'number', 'origin'])
    .where('code', '=', (eb) => eb.fn.any(eb.val(versions.map(({ code }) => code))))
    .execute();
  const wanted = new Set(versions.map(({ code, number }) => `${code} ${number}`));
  return new Map(
    rows
      .filter(({ code, number }) => wanted.has(`${code} ${number}`))
      .map(({ code, origin }) => [code, JSON.parse(origin) as Origin]),
  );
}
