// One board: print what is missing or stale, hang it with a photograph, take down what no longer holds.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError, pictureTypes } from '#lib/platform/index.ts';
import { requirePicture, storeFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import {
  canWithProcedures,
  isToPrint,
  PostingPeriodForm,
  showSheetCode,
  type StaleReason,
} from '#lib/procedures/index.ts';
import {
  dropPostingPeriod,
  endBoard,
  getBoard,
  listPostingDays,
  listProcedures,
  postSheet,
  printSheets,
  readLawfulDays,
  removeSheet,
  setPostingPeriod,
  unpostSheet,
  type BoardView,
} from '#lib/procedures/index.server.ts';
import { compareVietnamese, formatDate, formatInstant, toPlainDate } from '#lib/vietnam/index.ts';
import { carryOut } from '../../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 20 * 1024 * 1024;

const REASONS: Readonly<Record<StaleReason, string>> = {
  record: 'Thủ tục đã thay đổi',
  telephone: 'Số điện thoại in trên tờ đã đổi',
  abolished: 'Thủ tục đã bãi bỏ',
  ended: 'Đã hết thời gian phải treo ở bảng này',
};

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const { board, items, periods } = await getBoard(tx, params.id);
    return {
      board,
      periods: periods.map((period) => ({ field: period.field, words: periodSet(period) })),
      fields: board.fields.length > 0 ? board.fields : await listFields(tx),
      lawfulDays: readLawfulDays(tx.today) ?? null,
      mayManage: canWithProcedures(locals.actor, 'board.manage', {}),
      mayPost: canWithProcedures(locals.actor, 'board.post', {}),
      toPrint: items.filter(isToPrint).length,
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
        why: dates.why,
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

interface Dates {
  readonly from: string | null;
  readonly until: string | null;
  readonly endsOn: string | null;
}

/** "từ 01/06/2023 đến trước 01/08/2023" */
function periodInWords({ from, until, endsOn }: Dates): string {
  if (from === null) return '';
  const isSoonest = endsOn !== null && (until === null || endsOn < until);
  const end = isSoonest
    ? ` đến hết ${dayInWords(endsOn)}`
    : until === null
      ? ''
      : ` đến trước ${dayInWords(until)}`;
  return `từ ${dayInWords(from)}${end}`;
}

/** "từ 01/07/2023, đến hết 31/12/2023, treo trong 2 ngày làm việc" */
function periodSet({ startsOn, endsOn, withinDays }: BoardView['periods'][number]): string {
  return [
    startsOn === null ? '' : `từ ${dayInWords(startsOn)}`,
    endsOn === null ? '' : `đến hết ${dayInWords(endsOn)}`,
    withinDays === null ? '' : `treo trong ${withinDays} ngày làm việc`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Fields of all that holds today. */
async function listFields(tx: Tx): Promise<string[]> {
  const fields = new Set((await listProcedures(tx)).map(({ field }) => field));
  return [...fields].filter((field) => field !== '').toSorted(compareVietnamese);
}

function dayInWords(day: string | null): string {
  return day === null ? '' : formatDate(toPlainDate(day));
}

/** Stored before the transaction; what is no picture, or one too large, is refused by its bytes. */
async function storePhoto(communeId: string, given: File): Promise<StoredFile> {
  const bytes = new Uint8Array(await given.arrayBuffer());
  const request = { name: given.name, maxBytes: MOST_BYTES, allow: pictureTypes };
  const file = await storeFile(communeId, bytes, request);
  requirePicture(bytes, file.name);
  return file;
}

export const actions: Actions = {
  print: ({ locals, params }) =>
    settle('?da-in', () => locals.write((tx) => printSheets(tx, params.id))),
  post: ({ request, locals }) =>
    settle('?da-treo', async () => {
      const form = await request.formData();
      const given = form.get('anh');
      const photo =
        given instanceof File && given.size > 0 ? await storePhoto(locals.commune.id, given) : null;
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
  period: async (event) => {
    const { refused, values } = await carryOut(event, PostingPeriodForm, (tx, period) =>
      setPostingPeriod(tx, event.params.id, period),
    );
    if (refused) return fail(refused.status, { errors: refused.errors, values });
    redirect(303, '?da-dat');
  },
  dropPeriod: ({ request, locals, params }) =>
    settle('?da-bo', async () => {
      const field = String((await request.formData()).get('linh-vuc') ?? '');
      await locals.write((tx) => dropPostingPeriod(tx, params.id, field));
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
