// "Việc hôm nay": what each kind of person at the office comes for.
import { listNeedyConsultations } from '#lib/documents/index.server.ts';
import { hasRole } from '#lib/platform/index.ts';
import { explainSilence, weekOf, type CoverageCell } from '#lib/plans/index.ts';
import {
  findCurrentPlanId,
  getActKinds,
  getCoverage,
  getEntryForm,
  getUnitPage,
  listActs,
  listUnitProgress,
} from '#lib/plans/index.server.ts';
import { monthOf, toPlainDate } from '#lib/vietnam/index.ts';
import { readHandedOver, readMine, readOffice } from './due.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  locals.read(async (tx) => {
    const { actor } = locals;
    const units = await listUnitProgress(tx);
    const own = actor.kind === 'person' ? units.filter(({ id }) => actor.unitIds.includes(id)) : [];
    const planId = await findCurrentPlanId(tx);
    const reading = planId ? await getCoverage(tx, planId) : undefined;
    const mine = await Promise.all(own.map((unit) => getUnitPage(tx, unit.slug)));
    const recent = await listActs(tx, {}, { size: 5, start: 0 });
    const oversees = hasRole(actor, 'coordinator', 'leader', 'administrator');
    const month = monthOf(toPlainDate(tx.today));
    const label = (id: string) =>
      reading?.plan.topics.find((topic) => topic.id === id)?.label ?? '';
    const name = (id: string) => reading?.plan.channels.find((one) => one.id === id)?.short ?? id;
    const cells = reading?.coverage.cells ?? [];
    const owed = await readMine(tx);
    const { to: sunday } = weekOf(toPlainDate(tx.today));
    return {
      table: getActKinds(),
      // Units that have something to stand on this week's sheet.
      owing: [...owed.overdue, ...owed.soon.filter(({ due }) => due <= sunday)].map(
        ({ unitId }) => unitId,
      ),
      mayRecord: (await getEntryForm(tx)).units.length > 0,
      oversees,
      owed,
      handedOver: await readHandedOver(tx),
      consultations: await listNeedyConsultations(tx),
      today: tx.today,
      office: oversees ? await readOffice(tx) : null,
      plan: reading && { id: reading.plan.id, title: reading.plan.title },
      mine,
      units,
      recent: recent.acts,
      total: reading?.total && { acts: reading.total.acts, evidenced: reading.total.evidenced },
      silence: (reading?.silence ?? []).map((found) => ({
        topic: found.topic,
        text: explainSilence(found, label(found.topic)),
      })),
      missing: cells
        .filter((cell) => cell.state === 'missing')
        .map((cell) => ({ ...placeOf(cell), units: lateUnits(cell) })),
      // Scheduled for this month and still open, for the person's own units.
      due: cells
        .filter((cell) => cell.month === month && cell.state === 'scheduled')
        .filter((cell) => own.some((unit) => stillOpen(cell, unit.id)))
        .map(placeOf),
    };

    function placeOf(cell: CoverageCell) {
      const { topic, channel, month: cellMonth } = cell;
      return {
        topic,
        channel,
        month: cellMonth,
        topicLabel: label(topic),
        channelName: name(channel),
      };
    }

    function lateUnits(cell: CoverageCell): string[] {
      return cell.why
        .filter((reason) => reason.rule === 'cell.unit-missing')
        .map((reason) => units.find((unit) => unit.id === reason.unit)?.name ?? '');
    }

    function stillOpen(cell: CoverageCell, unitId: string): boolean {
      return cell.why.some(
        (reason) => reason.rule === 'cell.unit-scheduled' && reason.unit === unitId,
      );
    }
  });
