// What the demo's office sent to its units and villages, who confirmed it, and whom it praised or asked to
// do better: through the real use cases, by the people who would do it.
import { inCommune, newId } from '#lib/platform/index.server.ts';
import type { Person } from '#lib/platform/index.ts';
import {
  confirmAtDesk,
  getDispatch,
  publishCommendation,
  recordCommendation,
  remedyShortcoming,
  sendDispatch,
} from '#lib/plans/index.server.ts';
import { toInstant } from '#lib/vietnam/index.ts';
import type { DemoCommendation, DemoData, DemoDispatch } from '../demo-data.ts';
import type { Happening } from './acts.server.ts';
import type { DemoOffice } from './office.server.ts';
import { writeAs, type DemoPlan } from './plan.server.ts';

type People = (login: string) => Person;

export function dispatchesToSend(
  data: DemoData,
  office: DemoOffice,
  plan: DemoPlan,
  personOf: People,
): Happening[] {
  return data.dispatches.dispatches.flatMap((dispatch) => {
    let sent = '';
    const send: Happening = {
      at: toInstant(dispatch.at),
      happen: async () => {
        sent = await deliver(dispatch, office, plan, personOf(dispatch.by));
      },
    };
    const readings = dispatch.read.map(({ unit, at }) => ({
      at: toInstant(at),
      happen: () => confirm(office, sent, unit, toInstant(at)),
    }));
    return [send, ...readings];
  });
}

function deliver(
  dispatch: DemoDispatch,
  office: DemoOffice,
  plan: DemoPlan,
  sender: Person,
): Promise<string> {
  const units = dispatch.to.map((number) => office.units.get(number) ?? '');
  const villages = dispatch.villages ? [...office.villages.values()] : [];
  return writeAs(office, sender)(toInstant(dispatch.at), (tx) =>
    sendDispatch(tx, {
      clientKey: newId(),
      kind: dispatch.kind,
      planId: plan.planId,
      topicId: dispatch.topic === undefined ? '' : (plan.topics[dispatch.topic - 1] ?? ''),
      title: dispatch.title,
      body: dispatch.body,
      recipients: [...units, ...villages],
      confirmWithin: dispatch.within,
    }),
  );
}

/** Confirmed by somebody of the unit. */
async function confirm(
  office: DemoOffice,
  dispatchId: string,
  unit: number,
  at: string,
): Promise<void> {
  const reader = office.people.find((one) => one.unit === unit)?.person;
  const unitId = office.units.get(unit);
  if (!reader || !unitId) throw new Error(`the demo has nobody in unit ${unit}`);
  const view = await inCommune(office.communeId, (tx) => getDispatch(tx, dispatchId), {
    actor: reader,
    now: at,
  });
  const recipientId = view.recipients.find(({ placeId }) => placeId === unitId)?.id ?? '';
  await writeAs(office, reader)(at, (tx) =>
    confirmAtDesk(tx, { recipientId, revision: view.revision }),
  );
}

export function commendationsToRecord(
  data: DemoData,
  office: DemoOffice,
  coordinator: Person,
): Happening[] {
  const as = writeAs(office, coordinator);
  return data.commendations.commendations.flatMap((entry) => {
    let id = '';
    const record: Happening = {
      at: toInstant(entry.at),
      happen: async () => {
        id = await as(toInstant(entry.at), (tx) =>
          recordCommendation(tx, {
            clientKey: newId(),
            kind: entry.kind,
            about: entry.about,
            who: entry.who,
            unitId: entry.unit === undefined ? '' : (office.units.get(entry.unit) ?? ''),
            title: entry.title,
            reason: entry.reason,
            day: entry.day,
            form: entry.kind === 'praise' ? 'bieu-duong' : '',
          }),
        );
      },
    };
    return [record, ...whatFollowed(entry, as, () => id)];
  });
}

function whatFollowed(
  { published_at, remedy }: DemoCommendation,
  as: ReturnType<typeof writeAs>,
  id: () => string,
): Happening[] {
  const followed: Happening[] = [];
  if (published_at) {
    const at = toInstant(published_at);
    followed.push({
      at,
      happen: () => as(at, (tx) => publishCommendation(tx, id())),
    });
  }
  if (remedy) {
    const at = toInstant(remedy.at);
    followed.push({
      at,
      happen: () =>
        as(at, (tx) => remedyShortcoming(tx, { id: id(), remedy: remedy.text, day: remedy.day })),
    });
  }
  return followed;
}
