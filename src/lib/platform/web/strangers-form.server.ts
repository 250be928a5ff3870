// Forms that anybody may send without signing in (ruling 24): a field that people leave empty, a stamp that
// says when the form was opened, and a count by network. Whatever is refused is refused in words, with what
// was typed still there: a program that fills in forms doesn't read them, a person does.
import { platformError } from '../errors.ts';
import { bucketOf, countAttempt } from '../accounts/throttle.server.ts';
import { type ThrottleRule, waitInWords } from '../accounts/throttle.ts';
import type { Tx } from '../database/tx.server.ts';
import { keyedDigest } from '../keys.server.ts';
import { networkOf } from './network.ts';

/** Nobody reads a form, thinks and types in less. */
const LEAST_MS = 4_000;
const LONGEST_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** A household, an office or a village may share one address. */
const SENDING: ThrottleRule = { free: 10, firstWaitMs: HOUR_MS / 4, longestWaitMs: 12 * HOUR_MS };

/** When a form was opened, signed; `form` names it, so that a stamp of one is none of another. */
export function stampForm(form: string, nowMs = Date.now()): string {
  return `${nowMs}.${keyedDigest('form-stamps', form, String(nowMs))}`;
}

export interface StrangersForm {
  /** What stands in the field that has to stay empty. */
  readonly trap: string;
  readonly stamp: string;
}

/** @throws LoaError `form.trapped`, `form.hasty`, `form.old` */
export function checkStrangersForm(
  form: string,
  { trap, stamp }: StrangersForm,
  nowMs = Date.now(),
): void {
  if (trap !== '') throw platformError('form.trapped');
  const [at = '', digest = ''] = stamp.split('.');
  if (digest !== keyedDigest('form-stamps', form, at)) throw platformError('form.old');
  const age = nowMs - Number(at);
  if (age < LEAST_MS) throw platformError('form.hasty');
  if (age > LONGEST_MS) throw platformError('form.old');
}

/** Counts one sending of the network the address is in. @throws LoaError `form.often` */
export async function countStranger(
  tx: Tx,
  form: string,
  address: string,
  nowMs = Date.now(),
): Promise<void> {
  const bucket = bucketOf(SENDING, 'strangers-form', form, networkOf(address));
  const until = await countAttempt(tx, [bucket], nowMs);
  if (until !== undefined) throw platformError('form.often', { wait: waitInWords(until - nowMs) });
}
