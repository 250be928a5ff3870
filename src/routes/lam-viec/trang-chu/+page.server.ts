// Arranging the home page: each press changes a draft; the public sees it once it is published.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  blocksAt,
  countHome,
  HOME_BLOCK_IDS,
  HOME_PLACES,
  HOME_STEPS,
  homeBlock,
  stepHome,
  type HomeBlockId,
} from '#lib/portal/index.ts';
import {
  changeHomeDraft,
  dropHomeDraft,
  publishHomeDraft,
  readHomeDraft,
} from '#lib/portal/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Block = z.object({ block: z.enum(HOME_BLOCK_IDS, 'Tải lại trang rồi chọn lại khối.') });
const Step = Block.extend({ step: z.enum(HOME_STEPS, 'Bấm lại nút cần dùng.') });
const Count = Block.extend({ items: z.coerce.number('Chọn số mục.').int() });
const Nothing = z.object({});

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const { layout, isChanged } = await readHomeDraft(tx);
    return {
      isChanged,
      isDone: url.searchParams.has('da-dang'),
      places: HOME_PLACES.map((place) => {
        const blocks = blocksAt(layout, place);
        return {
          place,
          blocks: blocks.map(({ id, shown, items }, index) => {
            const { name, about, items: bounds } = homeBlock(id);
            const isFirst = index === 0;
            return {
              id,
              name,
              about,
              shown,
              items,
              bounds,
              isFirst,
              isLast: index === blocks.length - 1,
            };
          }),
        };
      }),
    };
  });

export const actions: Actions = {
  doi: (event) =>
    act(event, Step, (tx, { block, step }) =>
      changeHomeDraft(tx, (layout) => stepHome(layout, block, step)),
    ),
  'so-muc': (event) =>
    act(event, Count, (tx, { block, items }) =>
      changeHomeDraft(tx, (layout) => countHome(layout, block, items)),
    ),
  bo: (event) => act(event, Nothing, dropHomeDraft),
  dang: (event) => act(event, Nothing, publishHomeDraft, '?da-dang=1'),
};

interface Event {
  readonly locals: App.Locals;
  readonly request: Request;
}

async function act<Schema extends z.ZodType>(
  { locals, request }: Event,
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>) => Promise<void>,
  query = '',
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors });
  const refused = await locals.write((tx) => work(tx, form.value)).then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors });
  // Back to the block that was pressed, so that a keyboard goes on from there.
  const { block } = form.value as { block?: HomeBlockId };
  redirect(303, `/lam-viec/trang-chu${query}${block ? `#khoi-${block}` : ''}`);
}
