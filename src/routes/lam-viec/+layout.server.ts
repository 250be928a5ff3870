// What the desk's frame needs: who works here, and where they may go.
import { isArchive, roleNames } from '#lib/platform/index.ts';
import { capitalize, formatDate, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { error } from '@sveltejs/kit';
import { waysFor } from './ways.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  const { actor, commune } = locals;
  if (actor.kind !== 'person') error(401, 'Phiên làm việc chưa bắt đầu.');
  const today = commune.demoDay ?? vietnamDate(new Date().toISOString());
  return {
    isArchive: isArchive(commune.lastDay, today),
    communeName: capitalize(commune.name),
    demoDay: commune.demoDay === null ? null : formatDate(toPlainDate(commune.demoDay)),
    today,
    person: {
      name: actor.name,
      roles: actor.roles.map((role) => roleNames[role]),
    },
    ways: waysFor(actor),
  };
};
