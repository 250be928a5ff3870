// Who may do what with the portal's own figures: the one table of the portal room.
import { type Actor, definePermissions, type Rule } from '#lib/platform/index.ts';

/** What people read concerns the commune as a whole, so an action needs no subject. */
export type PortalSubject = Record<string, never>;

const table = {
  'readership.see': {
    says: 'xem người dân đọc gì, tìm gì trên cổng',
    allows: (actor: Actor) => actor.kind === 'person',
  },
} satisfies Record<string, Rule<PortalSubject>>;

export const { can, requireCan } = definePermissions<PortalSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const portalPermissions = table;
