// Why a comment was not taken, in both languages: what is wrong and what to do. Pure.
import { COMMENT_LENGTH } from '#lib/documents/index.ts';
import type { LoaError } from '#lib/platform/index.ts';
import { englishNumber } from '#lib/ui/index.ts';
import { englishCount } from './english-names.ts';
import { inBoth } from './in-both.ts';

interface Fault {
  readonly name: string;
  readonly message: string;
}
type Refusal = Pick<LoaError, 'code' | 'what' | 'todo' | 'details'>;

const vi = {
  /** What a field lacks. @param typed what stood in it */
  field: ({ message }: Fault, _typed: string) => message,
  refused: ({ what, todo }: Refusal) => `${what} ${todo}`,
};

/** By the code of the refusal. */
const REFUSALS: Readonly<Record<string, string>> = {
  'form.trapped':
    'A field that has to stay empty has something in it; your browser may have filled it in. Please clear it and send again.',
  'form.hasty':
    'The form was sent faster than anybody could read it. Please read what you wrote, then send it again.',
  'form.old':
    'This page was opened more than a day ago. Please read what you wrote, then send it again.',
  'consultation.not-found': 'There is no such consultation. Please choose it again from the list.',
  'consultation.not-open':
    'This consultation takes no comments at the moment. You can still call or come to the office; the response will be published on the page of the draft.',
  'consultation.no-part':
    'The draft has no such part. Please choose another, or “The whole draft”.',
  'consultation.key-used':
    'This form has already sent another comment. Please send it again; what you wrote is still there.',
  'database.away':
    'The site cannot save anything at the moment. Please keep this page open, wait a minute and send again.',
  'database.unsure':
    'The connection broke while your comment was being saved, so it is not known whether it arrived. Please wait a minute and send again: it will not be counted twice.',
};
const ELSE = 'This could not be sent. Please try again in a few minutes, or call the office.';

export const commentFaults = inBoth(vi, {
  field: ({ name }, typed) => {
    if (name === 'key') return 'Please reload this page and send again.';
    if (name === 'part') return 'Please choose a part of the draft from the list.';
    if (name === 'text' && typed === '') return 'Please write your comment.';
    if (name === 'text') {
      return `Your comment is longer than ${englishNumber(COMMENT_LENGTH)} characters; please shorten it.`;
    }
    return 'This is too long; please shorten it.';
  },
  refused: ({ code, details }) =>
    code === 'form.often'
      ? `Several comments came from this device, or from a network it shares. Please wait ${englishWait(String(details.wait))} and send again; what you wrote is still in the box.`
      : (REFUSALS[code] ?? ELSE),
});

export type CommentFaults = ReturnType<typeof commentFaults>;

/** "45 giây" → "45 seconds" */
function englishWait(wait: string): string {
  const amount = Number.parseInt(wait, 10);
  return englishCount(amount, wait.endsWith('giây') ? 'second' : 'minute');
}
