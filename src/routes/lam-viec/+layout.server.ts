// What the desk's frame needs: who works here, and where they may go.
import { canInPlatform, roleNames } from '#lib/platform/index.ts';
import { capitalize, formatDate, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  const { actor, commune } = locals;
  if (actor.kind !== 'person') error(401, 'Phiên làm việc chưa bắt đầu.');
  const mayManage =
    canInPlatform(actor, 'account.manage', {}) ||
    canInPlatform(actor, 'unit.manage', {}) ||
    canInPlatform(actor, 'audit.read', {});
  return {
    communeName: capitalize(commune.name),
    demoDay: commune.demoDay === null ? null : formatDate(toPlainDate(commune.demoDay)),
    today: commune.demoDay ?? vietnamDate(new Date().toISOString()),
    person: {
      name: actor.name,
      roles: actor.roles.map((role) => roleNames[role]),
    },
    mayManage,
  };
};
