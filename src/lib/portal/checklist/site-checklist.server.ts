// What the site of the commune has, has let grow old, and lacks, against what laws ask for on the day.
import { listPublicDocuments } from '#lib/documents/index.server.ts';
import {
  demandsOn,
  sectionState,
  type Demand,
  type SectionState,
  type SiteSection,
} from '#lib/newsroom/index.ts';
import {
  listOfficePages,
  listPublicArticles,
  readSiteSections,
  type OfficePage,
} from '#lib/newsroom/index.server.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { listHotlines, type Commune, type Tx } from '#lib/platform/index.server.ts';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import { listProcedures } from '#lib/procedures/index.server.ts';
import { listPublicReports } from '#lib/reports/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';

export interface CheckedSection {
  readonly section: SiteSection;
  readonly state: SectionState;
  /** What asks for it today; empty where it is only good to have. */
  readonly demands: readonly Demand[];
  /** The last day it changed or was read again; undefined where there is nothing. */
  readonly lookedOn: string | undefined;
  readonly pages: readonly OfficePage[];
}

/** Every section, in the order of the data. */
export async function checkSite(tx: Tx, commune: Commune): Promise<CheckedSection[]> {
  requireCan(tx.actor, 'site.check', {});
  const { sections } = readSiteSections();
  const all = await listOfficePages(tx);
  const checked: CheckedSection[] = [];
  for (const section of sections) {
    const pages = all.filter((page) => page.section === section.id);
    const lookedOn =
      section.filledBy === null
        ? (oldestOf(pages.map((page) => page.lookedOn)) ?? (await drawnOn(tx, section)))
        : await filledOn(tx, commune, section.filledBy);
    checked.push({
      section,
      pages,
      lookedOn,
      state: sectionState(section, lookedOn, tx.today),
      demands: demandsOn(section, tx.today),
    });
  }
  return checked;
}

/** What Loa draws stands for the section even where the office wrote nothing. */
async function drawnOn(tx: Tx, { drawn }: SiteSection): Promise<string | undefined> {
  if (drawn === null) return undefined;
  const unit = await tx.db.selectFrom('unit').select('id').where('valid_to', 'is', null).limit(1);
  return (await unit.executeTakeFirst()) ? tx.today : undefined;
}

const dayOf = (at: string | null | undefined) => (at ? vietnamDate(toInstant(at)) : undefined);
const NEWEST = { size: 1, start: 0 } as const;

/**
 * The day of the newest thing on a page that Loa fills.
 * @returns undefined where there is nothing on it; today where it is always whole
 */
async function filledOn(tx: Tx, commune: Commune, address: string): Promise<string | undefined> {
  switch (address) {
    case '/thu-tuc':
      return (await listProcedures(tx)).length > 0 ? tx.today : undefined;
    case '/ket-qua-giai-quyet-tthc':
      return newestOf((await listFigureVersions(tx)).map((one) => dayOf(one.declaredAt)));
    case '/duong-day-nong':
      // As old as the number nobody has rung for longest; one never rung is older than any.
      return oldestOf((await listHotlines(tx)).map(({ verifiedOn }) => verifiedOn ?? '1900-01-01'));
    case '/lien-he':
      return commune.address && (commune.telephone || commune.email) ? tx.today : undefined;
    case '/tin':
      return dayOf((await listPublicArticles(tx, {}, NEWEST))[0]?.publicAt);
    case '/van-ban':
      return dayOf((await listPublicDocuments(tx, tx.today, {}, NEWEST)).entries[0]?.publishedAt);
    case '/ke-hoach-va-ket-qua':
      return newestOf((await listPublishedPlans(tx)).map((plan) => dayOf(plan.publishedAt)));
    case '/bao-cao':
      return newestOf((await listPublicReports(tx)).map((report) => dayOf(report.publishedAt)));
    default:
      return tx.today;
  }
}

function newestOf(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

function oldestOf(days: readonly string[]): string | undefined {
  return days.toSorted()[0];
}
