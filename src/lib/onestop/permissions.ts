// Who may do what with case handling: the one table of the onestop room.
import { definePermissions, hasRole, type Actor, type Rule } from '#lib/platform/index.ts';

/** Figures concern the commune as a whole, so an action needs no subject. */
export type OnestopSubject = Record<string, never>;

const table = {
  'figures.see': {
    says: 'xem bảng khai số liệu một cửa',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  // Leaders read; members report for their own unit, which the one-stop's book is not.
  'figures.declare': {
    says: 'khai số liệu giải quyết thủ tục hành chính',
    allows: (actor: Actor) => hasRole(actor, 'coordinator', 'editor', 'administrator'),
  },
} satisfies Record<string, Rule<OnestopSubject>>;

export const { can, requireCan } = definePermissions<OnestopSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const onestopPermissions = table;
