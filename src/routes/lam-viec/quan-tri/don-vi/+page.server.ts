// The units of the office: add, correct a name, replace by a successor, put in order.
import { z } from 'zod';
import { Merger, requireInPlatform, Succession, UnitEmail, UnitName } from '#lib/platform/index.ts';
import {
  addUnit,
  endUnit,
  listUnits,
  mergeUnit,
  moveUnit,
  renameUnit,
  setUnitEmail,
  succeedUnit,
} from '#lib/platform/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { carryOutBeside } from '../../carry-out.server.ts';
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
  them: (event) =>
    carryOutBeside(event, UnitName, 'Đã thêm đơn vị.', (tx, form) => addUnit(tx, form.name)),
  'doi-ten': (event) =>
    carryOutBeside(event, Rename, 'Đã sửa tên đơn vị.', (tx, form) =>
      renameUnit(tx, form.id, form.name),
    ),
  thu: (event) =>
    carryOutBeside(event, Address, 'Đã lưu địa chỉ thư của đơn vị.', (tx, form) =>
      setUnitEmail(tx, form.id, form.email),
    ),
  'ke-tuc': (event) =>
    carryOutBeside(event, Replace, 'Đã lập đơn vị kế tục.', (tx, form) =>
      succeedUnit(tx, form.id, form),
    ),
  'sap-nhap': (event) =>
    carryOutBeside(event, Merge, 'Đã sáp nhập đơn vị.', (tx, form) => mergeUnit(tx, form.id, form)),
  'ngung-hoat-dong': (event) =>
    carryOutBeside(event, Id, 'Đơn vị đã ngừng hoạt động.', (tx, form) => endUnit(tx, form.id)),
  'sap-xep': (event) =>
    carryOutBeside(event, Move, '', (tx, form) => moveUnit(tx, form.id, form.way)),
};
