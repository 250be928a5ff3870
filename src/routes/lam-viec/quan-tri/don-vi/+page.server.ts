// The units of the office: add, correct a name, replace by a successor, put in order.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
  Merger,
  readForm,
  refusalOf,
  requireInPlatform,
  Succession,
  UnitEmail,
  UnitName,
} from '#lib/platform/index.ts';
import {
  addUnit,
  endUnit,
  listUnits,
  mergeUnit,
  moveUnit,
  renameUnit,
  setUnitEmail,
  succeedUnit,
  type Tx,
} from '#lib/platform/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại đơn vị.') });
const Rename = UnitName.extend(Id.shape);
const Address = UnitEmail.extend(Id.shape);
const Replace = Succession.extend(Id.shape);
const Merge = Merger.extend(Id.shape);
const Move = Id.extend({ way: z.enum(['up', 'down']) });

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireInPlatform(tx.actor, 'unit.manage', {});
    const units = await listUnits(tx);
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    return {
      today: tx.today,
      units: units.map((unit) => ({
        id: unit.id,
        name: unit.name,
        slug: unit.slug,
        email: unit.email,
        members: unit.members,
        validTo: unit.validTo === null ? null : formatDate(toPlainDate(unit.validTo)),
        successor: unit.successorId === null ? null : (names.get(unit.successorId) ?? null),
      })),
    };
  });

export const actions: Actions = {
  them: ({ locals, request }) =>
    act(locals, request, UnitName, 'Đã thêm đơn vị.', (tx, form) => addUnit(tx, form.name)),
  'doi-ten': ({ locals, request }) =>
    act(locals, request, Rename, 'Đã sửa tên đơn vị.', (tx, form) =>
      renameUnit(tx, form.id, form.name),
    ),
  thu: ({ locals, request }) =>
    act(locals, request, Address, 'Đã lưu địa chỉ thư của đơn vị.', (tx, form) =>
      setUnitEmail(tx, form.id, form.email),
    ),
  'ke-tuc': ({ locals, request }) =>
    act(locals, request, Replace, 'Đã lập đơn vị kế tục.', (tx, form) =>
      succeedUnit(tx, form.id, form),
    ),
  'sap-nhap': ({ locals, request }) =>
    act(locals, request, Merge, 'Đã sáp nhập đơn vị.', (tx, form) => mergeUnit(tx, form.id, form)),
  'ngung-hoat-dong': ({ locals, request }) =>
    act(locals, request, Id, 'Đơn vị đã ngừng hoạt động.', (tx, form) => endUnit(tx, form.id)),
  'sap-xep': ({ locals, request }) =>
    act(locals, request, Move, '', (tx, form) => moveUnit(tx, form.id, form.way)),
};

async function act<Schema extends z.ZodType>(
  locals: App.Locals,
  request: Request,
  schema: Schema,
  done: string,
  work: (tx: Tx, form: z.output<Schema>) => Promise<unknown>,
) {
  const form = readForm(await request.formData(), schema);
  // The unit whose form it was: its errors are shown beside it.
  const id = String(form.values.id ?? '');
  if (!form.ok) return fail(422, { id, errors: form.errors, values: form.values, done: '' });
  const refused = await locals.write((tx) => work(tx, form.value)).then(() => undefined, refusalOf);
  if (refused) {
    return fail(refused.status, { id, errors: refused.errors, values: form.values, done: '' });
  }
  return { id, errors: [], values: undefined, done };
}
