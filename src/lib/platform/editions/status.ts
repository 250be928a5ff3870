// The way of an edition: which step leads from where to where. Pure; the use cases ask it before they
// change a row, and its tests walk every road.

/** What an item is: news of the day, or a page of the office that stays. */
export type ItemKind = 'article' | 'page';

export const EDITION_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];

const STATUS_WORDS: Readonly<Record<EditionStatus, string>> = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  approved: 'Đã duyệt',
  scheduled: 'Đã hẹn giờ',
  published: 'Đang đăng',
  superseded: 'Đã thay bằng bản mới',
  withdrawn: 'Đã gỡ',
};

/** The word for how an edition stands; what nobody approved doesn't say that somebody did. */
export function statusWord(edition: {
  readonly status: EditionStatus;
  /** It goes out without a second pair of eyes. */
  readonly forced: boolean;
}): string {
  const { status, forced } = edition;
  return forced && status === 'approved' ? 'Chờ đăng' : STATUS_WORDS[status];
}

export const EDITION_STEPS = [
  'revise',
  'submit',
  'return',
  'approve',
  'force',
  'schedule',
  'unschedule',
  'publish',
  'supersede',
  'withdraw',
] as const;
export type EditionStep = (typeof EDITION_STEPS)[number];

const ROADS: Readonly<Record<EditionStep, Partial<Record<EditionStatus, EditionStatus>>>> = {
  revise: { draft: 'draft' },
  submit: { draft: 'submitted' },
  return: { submitted: 'draft', approved: 'draft', scheduled: 'draft' },
  approve: { submitted: 'approved' },
  // Without a second pair of eyes, with a reason that is shown.
  force: { draft: 'approved', submitted: 'approved' },
  schedule: { approved: 'scheduled', scheduled: 'scheduled' },
  unschedule: { scheduled: 'approved' },
  publish: { approved: 'published', scheduled: 'published' },
  supersede: { published: 'superseded' },
  withdraw: { published: 'withdrawn' },
};

/** Where the step leads from `status`; undefined where it can't be taken. */
export function statusAfter(status: EditionStatus, step: EditionStep): EditionStatus | undefined {
  return ROADS[step][status];
}

/** Being written or on its way; an item has at most one such edition. */
export function isOpen(status: EditionStatus): boolean {
  return ['draft', 'submitted', 'approved', 'scheduled'].includes(status);
}

/** What was approved may not be changed afterwards: only a draft is written on. */
export function isWritable(status: EditionStatus): boolean {
  return statusAfter(status, 'revise') !== undefined;
}
