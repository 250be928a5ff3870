// One permission table per room: action → rule over actor and subject. Use cases ask it first.
import { belongsTo, hasRole, type Actor } from './actor.ts';
import { platformError } from './errors.ts';

export interface Rule<Subject> {
  /** The action in Vietnamese, as the refusal names it. */
  readonly says: string;
  readonly allows: (actor: Actor, subject: Subject) => boolean;
}

/**
 * Makes `can` and `requireCan` for a room's table. System jobs may do everything their code does;
 * the public and people go through the rule.
 */
export function definePermissions<Subject, Table extends Record<string, Rule<Subject>>>(
  table: Table,
) {
  function can(actor: Actor, action: keyof Table & string, subject: Subject): boolean {
    if (actor.kind === 'system') return true;
    const rule = table[action];
    return rule ? rule.allows(actor, subject) : false;
  }
  /** @throws LoaError `access.sign-in` for the public, `access.denied` for a person. */
  function requireCan(actor: Actor, action: keyof Table & string, subject: Subject): void {
    if (can(actor, action, subject)) return;
    if (actor.kind === 'public') throw platformError('access.sign-in');
    throw platformError('access.denied', { action: table[action]?.says ?? action });
  }
  return { can, requireCan, table };
}

/** What concerns one unit. */
export interface UnitSubject {
  readonly unitId?: string;
  /** Units that took its place: they report for what was given to it or done by it. */
  readonly successorIds?: readonly string[];
}

/** Of the unit itself or of one that took its place. */
export function isOfUnit(actor: Actor, { unitId, successorIds = [] }: UnitSubject): boolean {
  return unitId !== undefined && [unitId, ...successorIds].some((id) => belongsTo(actor, id));
}

/** Members and editors report for the units they belong to, those who run plans for any; leaders read. */
export function reportsFor(actor: Actor, subject: UnitSubject): boolean {
  if (hasRole(actor, 'coordinator', 'administrator')) return true;
  return hasRole(actor, 'member', 'editor') && isOfUnit(actor, subject);
}
