// One board: print what is missing or stale, hang it with a photograph, take down what no longer holds.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { storeFile } from '#lib/platform/index.server.ts';
import { canWithProcedures, showSheetCode, type StaleReason } from '#lib/procedures/index.ts';
import {
  endBoard,
  getBoard,
  listPostingDays,
  postSheet,
  printSheets,
  removeSheet,
  unpostSheet,
} from '#lib/procedures/index.server.ts';
import { formatDate, formatInstant, toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 20 * 1024 * 1024;

const REASONS: Readonly<Record<StaleReason, string>> = {
  record: 'Thủ tục đã thay đổi',
  telephone: 'Số điện thoại in trên tờ đã đổi',
  abolished: 'Thủ tục đã bãi bỏ',
};

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const { board, items } = await getBoard(tx, params.id);
    return {
      board,
      mayManage: canWithProcedures(locals.actor, 'board.manage', {}),
      mayPost: canWithProcedures(locals.actor, 'board.post', {}),
      toPrint: items.filter(
        ({ state, waiting, reason }) =>
          state !== 'current' && waiting === null && reason !== 'abolished',
      ).length,
      waiting: items.filter(({ waiting }) => waiting !== null).length,
      days: (await listPostingDays(tx, params.id)).map(({ day, posted, removed }) => ({
        day,
        words: `Biên bản ngày ${dayInWords(day)} (treo ${posted}, gỡ ${removed})`,
      })),
      items: items.map(({ code, title, state, reason, posted, waiting, ...dates }) => ({
        code,
        title: title || `Mã ${code}`,
        state,
        reason: reason === null ? '' : REASONS[reason],
        period: periodInWords(dates),
        due: dayInWords(dates.due),
        isOverdue: dates.isOverdue,
        posted: posted && {
          id: posted.id,
          shortCode: showSheetCode(posted.shortCode),
          at: posted.postedAt === null ? '' : formatInstant(posted.postedAt),
          hasPhoto: posted.photoSha256 !== null,
        },
        waiting: waiting && {
          id: waiting.id,
          shortCode: showSheetCode(waiting.shortCode),
          at: formatInstant(waiting.printedAt),
        },
      })),
    };
  });

/** "từ 01/06/2023 đến trước 01/08/2023" */
function periodInWords({ from, until }: { from: string | null; until: string | null }): string {
  if (from === null) return '';
  return `từ ${dayInWords(from)}${until === null ? '' : ` đến trước ${dayInWords(until)}`}`;
}

function dayInWords(day: string | null): string {
  return day === null ? '' : formatDate(toPlainDate(day));
}

export const actions: Actions = {
  print: ({ locals, params }) =>
    settle('?da-in', () => locals.write((tx) => printSheets(tx, params.id))),
  post: ({ request, locals }) =>
    settle('?da-treo', async () => {
      const form = await request.formData();
      const given = form.get('anh');
      // Stored before the transaction; what is no picture is refused by its bytes.
      const photo =
        given instanceof File && given.size > 0
          ? await storeFile(locals.commune.id, new Uint8Array(await given.arrayBuffer()), {
              name: given.name,
              maxBytes: MOST_BYTES,
              allow: ['image/jpeg', 'image/png', 'image/webp'],
            })
          : null;
      await locals.write((tx) => postSheet(tx, String(form.get('to') ?? ''), photo));
    }),
  remove: ({ request, locals }) =>
    settle('?da-go', async () => {
      const form = await request.formData();
      await locals.write((tx) => removeSheet(tx, String(form.get('to') ?? '')));
    }),
  unpost: ({ request, locals }) =>
    settle('?ghi-nham', async () => {
      const form = await request.formData();
      await locals.write((tx) => unpostSheet(tx, String(form.get('to') ?? '')));
    }),
  end: ({ locals, params }) =>
    settle('/lam-viec/thu-tuc/bang', () => locals.write((tx) => endBoard(tx, params.id))),
};

async function settle(then: string, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (!isLoaError(error)) throw error;
    return fail(error.status, { what: error.what, todo: error.todo });
  }
  redirect(303, then);
}
