// Who does a thing: a signed-in person, the system's own job, or the public.

/** Roles of an office's accounts; what each may do is in the rooms' permission tables. */
export const roles = ['administrator', 'leader', 'coordinator', 'editor', 'member'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Quản trị viên',
  leader: 'Lãnh đạo',
  coordinator: 'Đầu mối kế hoạch',
  editor: 'Biên tập viên',
  member: 'Cán bộ đơn vị',
};

export interface Person {
  readonly kind: 'person';
  readonly accountId: string;
  /** Position shown beside what the person did; never a private detail. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Units the person belongs to. */
  readonly unitIds: readonly string[];
}

export interface SystemJob {
  readonly kind: 'system';
  readonly job: string;
}

export interface Public {
  readonly kind: 'public';
}

export type Actor = Person | SystemJob | Public;

export const thePublic: Public = { kind: 'public' };

/** The system acting through the named job; events show it as `system:<job>`. */
export function systemJob(job: string): SystemJob {
  return { kind: 'system', job };
}

/** The account a thing was done from; null for the system's jobs and the public. */
export function accountOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.accountId : null;
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.kind === 'person' && actor.roles.some((role) => wanted.includes(role));
}

export function belongsTo(actor: Actor, unitId: string): boolean {
  return actor.kind === 'person' && actor.unitIds.includes(unitId);
}
