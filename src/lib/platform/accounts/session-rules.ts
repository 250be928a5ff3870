// How long a session lives, and what still stands between a password and the desk.
import { hasRole, type Person } from '../actor.ts';

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `last_seen` is written at most this often. */
export const SEEN_EVERY_MS = MINUTE_MS;
/** A token is changed after this long. */
export const CHANGE_TOKEN_AFTER_MS = 24 * HOUR_MS;
/** The token before stays good this long, for requests under way. */
export const PREVIOUS_TOKEN_MS = MINUTE_MS;
/** A form that comes this long after its session ran out is still kept for its owner. */
export const REMEMBER_EXPIRED_MS = 24 * HOUR_MS;

/** Limits from configuration: idle 5 minutes to 8 hours, in all 1 to 24 hours. */
export function sessionLimits(idleMinutes?: string, absoluteHours?: string): SessionLimits {
  return {
    idleMs: within(idleMinutes, 5, 480, 60) * MINUTE_MS,
    absoluteMs: within(absoluteHours, 1, 24, 12) * HOUR_MS,
  };
}

function within(text: string | undefined, least: number, most: number, usual: number): number {
  const given = Number(text);
  if (!text || !Number.isFinite(given)) return usual;
  return Math.min(Math.max(given, least), most);
}

/** What a signed-in person has to do next. */
export type Stage = 'code' | 'new-password' | 'set-up-code' | 'ready';

export interface StageFacts {
  readonly person: Person;
  readonly isDemo: boolean;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly secondFactorDone: boolean;
}

/** Roles that can change or see everything need a second factor; demo accounts don't (ruling 43). */
export function needsSecondFactor(person: Person, isDemo: boolean): boolean {
  return !isDemo && hasRole(person, 'administrator', 'leader', 'coordinator');
}

export function stageOf(facts: StageFacts): Stage {
  if (facts.hasSecondFactor && !facts.secondFactorDone) return 'code';
  if (facts.mustChangePassword) return 'new-password';
  if (!facts.hasSecondFactor && needsSecondFactor(facts.person, facts.isDemo)) return 'set-up-code';
  return 'ready';
}
