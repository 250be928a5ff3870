// What the desk says of a comment's way to the public: what was let through is read by people only from the
// day on which the result is out.
import type { ReviewedComment } from '#lib/documents/index.server.ts';
import type { ConsultationState } from '#lib/documents/index.ts';

type State = ReviewedComment['state'];

/** "Cho đăng" until people can read it, "Đã đăng" then. */
export function commentStateName(state: State, of: ConsultationState): string {
  if (state === 'waiting') return 'Chờ duyệt';
  if (state === 'aside') return 'Không đăng';
  return of === 'answered' ? 'Đã đăng' : 'Cho đăng';
}

/** Said under the words that are left of a comment when what was sent is gone. */
export function leftWords(of: ConsultationState): string {
  return of === 'answered' ? 'Trên đây là lời đã đăng.' : 'Trên đây là lời được duyệt để đăng.';
}

/** What letting a comment through comes to: while the result isn't out, it waits for it. */
export function showWords(of: ConsultationState): {
  readonly button: string;
  readonly hint: string;
} {
  return of === 'answered'
    ? { button: 'Đăng', hint: 'Hiện trên cổng ngay.' }
    : { button: 'Cho đăng', hint: 'Hiện trên cổng khi công bố kết quả.' };
}
