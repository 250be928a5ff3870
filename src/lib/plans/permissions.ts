// Who may do what with plans, duties, acts and coverage: the one table of the plans room.
import {
  definePermissions,
  hasRole,
  type Actor,
  type Role,
  type Rule,
} from '#lib/platform/index.ts';

/** What an action is about: the unit it concerns, where it concerns one. */
export interface PlansSubject {
  readonly unitId?: string;
}

const table = {
  'plan.see': { says: 'xem kế hoạch tại bàn làm việc', allows: signedIn },
  'plan.receive': { says: 'nhập kế hoạch', allows: withRole('coordinator', 'administrator') },
  'plan.correct': {
    says: 'sửa bản đọc của kế hoạch',
    allows: withRole('coordinator', 'administrator'),
  },
  'plan.confirm': { says: 'xác nhận kế hoạch', allows: withRole('coordinator', 'leader') },
  'plan.discard': { says: 'bỏ bản nháp kế hoạch', allows: withRole('coordinator', 'leader') },
  'plan.publish': {
    says: 'đưa kế hoạch lên Cổng thông tin',
    allows: withRole('coordinator', 'leader', 'editor'),
  },
} satisfies Record<string, Rule<PlansSubject>>;

export const { can, requireCan } = definePermissions<PlansSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const plansPermissions = table;

function signedIn(actor: Actor): boolean {
  return actor.kind === 'person';
}

function withRole(...roles: Role[]): (actor: Actor) => boolean {
  return (actor) => hasRole(actor, ...roles);
}
