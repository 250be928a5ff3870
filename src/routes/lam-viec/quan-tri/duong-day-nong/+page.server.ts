// Hotlines: which numbers the public is told, who answers, and when somebody last made sure.
import { z } from 'zod';
import { HotlineForm, requireInPlatform } from '#lib/platform/index.ts';
import {
  addHotline,
  listHotlines,
  listPositions,
  removeHotline,
  updateHotline,
  verifyHotline,
} from '#lib/platform/index.server.ts';
import { listArticlesNaming } from '#lib/newsroom/index.server.ts';
import { readHotlineUses } from '#lib/procedures/index.server.ts';
import { daysBetween, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { carryOutBeside } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** After this long without a check the page asks for one. */
const CHECK_AFTER_DAYS = 90;

const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại số điện thoại.') });
const Existing = HotlineForm.extend(Id.shape);

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireInPlatform(tx.actor, 'hotline.manage', {});
    const hotlines = await listHotlines(tx);
    const people = await listPositions(tx);
    const uses = await readHotlineUses(tx);
    const numbers = hotlines.map(({ number }) => number);
    const articles = await listArticlesNaming(tx, (text) =>
      numbers.filter((number) => text.includes(number)),
    );
    return {
      hotlines: hotlines.map(({ verifiedOn, verifiedBy, ...hotline }) => ({
        ...hotline,
        sheets: uses.get(hotline.id)?.sheets ?? 0,
        guides: uses.get(hotline.id)?.guides.length ?? 0,
        articles: articles
          .filter(({ names }) => names.includes(hotline.number))
          .map(({ editionId, title, status, prints }) => ({
            href: `/lam-viec/bien-tap/${editionId}`,
            title,
            isPublished: status === 'published',
            isPrinted: prints.length > 0,
          })),
        verifiedOn: verifiedOn === null ? null : formatDate(toPlainDate(verifiedOn)),
        verifiedBy: people.get(verifiedBy ?? '') ?? '',
        isStale:
          verifiedOn === null ||
          daysBetween(toPlainDate(verifiedOn), toPlainDate(tx.today)) > CHECK_AFTER_DAYS,
      })),
    };
  });

export const actions: Actions = {
  them: (event) => carryOutBeside(event, HotlineForm, 'Đã thêm số điện thoại.', addHotline),
  luu: (event) =>
    carryOutBeside(event, Existing, 'Đã lưu số điện thoại.', (tx, { id, ...hotline }) =>
      updateHotline(tx, id, hotline),
    ),
  'con-dung': (event) =>
    carryOutBeside(event, Id, 'Đã ghi: hôm nay số này còn đúng.', (tx, { id }) =>
      verifyHotline(tx, id),
    ),
  bo: (event) =>
    carryOutBeside(event, Id, 'Đã bỏ số điện thoại.', (tx, { id }) => removeHotline(tx, id)),
};
