// What people said of a draft: looked over one by one, answered, written down from elsewhere.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
  canWithDocuments as can,
  ReplyToComment,
  ReviewComment,
  WriteDownComment,
} from '#lib/documents/index.ts';
import {
  getConsultation,
  listComments,
  readSender,
  replyToComment,
  reviewComment,
  writeDownComment,
} from '#lib/documents/index.server.ts';
import { newId } from '#lib/platform/index.server.ts';
import { carryOut, carryOutBeside } from '../../../carry-out.server.ts';
import { partChoices, partName } from '../../../../document-parts/consultation-words.ts';
import type { Actions, PageServerLoad } from './$types';

const VIEWS = ['waiting', 'shown', 'aside'] as const;
const One = z.object({ id: z.uuid('Tải lại trang rồi chọn lại ý kiến.') });

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const one = await getConsultation(tx, params.id);
    const all = await listComments(tx, params.id);
    const view = VIEWS.find((name) => name === url.searchParams.get('xem'));
    return {
      consultation: { id: one.id, title: one.title, state: one.state },
      view: view ?? '',
      counts: {
        all: all.length,
        ...Object.fromEntries(
          VIEWS.map((name) => [name, all.filter(({ state }) => state === name).length]),
        ),
      } as Record<'all' | (typeof VIEWS)[number], number>,
      comments: all
        .filter(({ state }) => !view || state === view)
        .map((comment) => ({ ...comment, about: partName(one.paper, comment.part) })),
      parts: partChoices(one.paper),
      mayWrite: one.state !== 'answered' && one.state !== 'withdrawn',
      maySeeSender: can(locals.actor, 'consultation.see-sender', {}),
      key: newId(),
    };
  });

export const actions: Actions = {
  duyet: (event) =>
    carryOutBeside(event, ReviewComment, 'Đã duyệt.', (tx, form) =>
      reviewComment(tx, event.params.id, form),
    ),
  'tra-loi': (event) =>
    carryOutBeside(
      event,
      ReplyToComment,
      'Đã lưu trả lời; hiện trên cổng khi công bố kết quả.',
      (tx, form) => replyToComment(tx, event.params.id, form),
    ),
  'ghi-lai': (event) =>
    carryOutBeside(event, WriteDownComment, 'Đã ghi ý kiến vào danh sách.', (tx, form) =>
      writeDownComment(tx, event.params.id, form),
    ),
  'nguoi-gui': async (event) => {
    const carried = await carryOut(event, One, (tx, { id }) => readSender(tx, event.params.id, id));
    const { refused, values } = carried;
    const id = String(values.id ?? '');
    if (refused) return fail(refused.status, { id, errors: refused.errors, values, done: '' });
    return { id, errors: [], values: undefined, done: '', sender: carried.result };
  },
};
