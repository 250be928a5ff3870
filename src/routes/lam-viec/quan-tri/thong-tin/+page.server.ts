// What the pages say of the commune.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { CommuneEnd, CommuneFacts, communeKinds, requireInPlatform } from '#lib/platform/index.ts';
import {
  endCommune,
  forgetCommunes,
  readCommune,
  reopenCommune,
  updateCommune,
  type Tx,
} from '#lib/platform/index.server.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireInPlatform(locals.actor, 'commune.manage', {});
  return locals.read(async (tx) => {
    const commune = await readCommune(tx);
    return {
      facts: {
        name: commune.name,
        kind: commune.kind,
        superiors: commune.superiors.join('\n'),
        address: commune.address,
        telephone: commune.telephone,
        email: commune.email,
        editorInChief: commune.editorInChief,
        openingHours: commune.openingHours,
      },
      end: {
        lastDay: commune.lastDay,
        successor: commune.successor,
        successorUrl: commune.successorUrl,
      },
      kinds: Object.entries(communeKinds).map(([value, label]) => ({ value, label })),
    };
  });
};

export const actions: Actions = {
  luu: (event) => change(event, 'facts', CommuneFacts, 'Đã lưu.', updateCommune),
  'ket-thuc': (event) =>
    change(
      event,
      'end',
      CommuneEnd,
      'Đã lưu. Sau ngày đó cổng thành trang lưu trữ và bàn làm việc chỉ để xem.',
      endCommune,
    ),
  'mo-lai': (event) =>
    change(event, 'end', z.object({}), 'Đã bỏ ngày kết thúc; làm việc lại như thường.', (tx) =>
      reopenCommune(tx),
    ),
};

/** Two forms on one page: `about` says whose errors and words come back. */
async function change<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request },
  about: 'facts' | 'end',
  schema: Schema,
  done: string,
  work: (tx: Tx, form: z.output<Schema>) => Promise<void>,
) {
  const { refused, values } = await carryOut(event, schema, work);
  if (refused) {
    return fail(refused.status, { about, errors: refused.errors, values, done: '' });
  }
  forgetCommunes();
  return { about, errors: [], values: undefined, done };
}
