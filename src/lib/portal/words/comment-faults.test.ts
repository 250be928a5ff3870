// Who comments on a draft in English is told in English why it wasn't taken.
import { expect, it } from 'vitest';
import { COMMENT_LENGTH, consultationError, SendComment } from '#lib/documents/index.ts';
import { platformError, readForm } from '#lib/platform/index.ts';
import { commentFaults } from './comment-faults.ts';

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùý]/i;
const english = commentFaults('en');
const whole = {
  key: '0198c0de-0000-7000-8000-000000000001',
  part: '',
  text: 'a',
  name: '',
  contact: '',
};

it.each([
  ['key', 'x', 'Please reload this page and send again.'],
  ['part', 'x', 'Please choose a part of the draft from the list.'],
  ['text', '', 'Please write your comment.'],
  [
    'text',
    'a'.repeat(COMMENT_LENGTH + 1),
    'Your comment is longer than 5,000 characters; please shorten it.',
  ],
  ['name', 'a'.repeat(101), 'This is too long; please shorten it.'],
  ['contact', 'a'.repeat(201), 'This is too long; please shorten it.'],
])('%s that is wrong', (name, typed, said) => {
  const data = new FormData();
  for (const [key, value] of Object.entries({ ...whole, [name]: typed })) data.set(key, value);
  const read = readForm(data, SendComment);
  const errors = read.ok ? [] : read.errors;
  expect(errors.map((fault) => english.field(fault, typed))).toEqual([said]);
  expect(errors.map((fault) => commentFaults('vi').field(fault, typed))).toEqual(
    errors.map(({ message }) => message),
  );
});

const REFUSALS = [
  platformError('form.trapped'),
  platformError('form.hasty'),
  platformError('form.old'),
  platformError('form.often', { wait: '12 phút' }),
  platformError('database.away'),
  platformError('database.unsure'),
  consultationError('consultation.not-found'),
  consultationError('consultation.not-open'),
  consultationError('consultation.no-part'),
  consultationError('consultation.key-used'),
  consultationError('consultation.over'),
];

it.each(REFUSALS)('$code is said in English, with what to do', (refusal) => {
  expect(english.refused(refusal)).toMatch(/^[A-Z].*\.$/);
  expect(english.refused(refusal)).not.toMatch(VIETNAMESE);
  expect(commentFaults('vi').refused(refusal)).toBe(`${refusal.what} ${refusal.todo}`);
});

it('says each in words of its own, and how long to wait', () => {
  expect(new Set(REFUSALS.map(english.refused)).size).toBe(REFUSALS.length);
  expect(english.refused(platformError('form.often', { wait: '12 phút' }))).toContain('12 minutes');
  expect(english.refused(platformError('form.often', { wait: '1 giây' }))).toContain('1 second ');
});
