// Alerts on the public pages: raised at once, gone by themselves.
import { z } from 'zod';
import { AlertAgain, AlertForm, canInPortal } from '#lib/portal/index.ts';
import { endAlert, listAlerts, prolongAlert, raiseAlert } from '#lib/portal/index.server.ts';
import { carryOutBeside } from '../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại cảnh báo.') });

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    mayRaise: canInPortal(locals.actor, 'alert.raise', {}),
    ...(await listAlerts(tx)),
  }));

export const actions: Actions = {
  dang: (event) =>
    carryOutBeside(event, AlertForm, 'Cảnh báo đã hiện trên mọi trang của cổng.', raiseAlert),
  'gia-han': (event) =>
    carryOutBeside(event, AlertAgain, 'Đã gia hạn, tính từ bây giờ.', prolongAlert),
  'ket-thuc': (event) =>
    carryOutBeside(event, Id, 'Cảnh báo đã kết thúc và không còn trên cổng.', endAlert),
};
