// A public act as an article, with what it served and the evidence everyone may see.
import { findChannel, findKind, quantitiesOf } from '#lib/plans/index.ts';
import {
  findPublicAct,
  isWithdrawnAct,
  getActKinds,
  listPublishedPlans,
} from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { error } from '@sveltejs/kit';
import { kindOf } from '../../shown-acts.server.ts';
import { findResultPages } from '../../result-pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const act = await findPublicAct(tx, params.slug);
    if (!act) {
      if (await isWithdrawnAct(tx, params.slug)) {
        error(410, 'Nội dung này đã được rút khỏi trang.', {
          todo: 'Có thể nội dung chưa đúng hoặc không còn hiệu lực; tìm bản mới bằng ô tìm kiếm.',
        });
      }
      throw platformError('record.not-found', { what: 'nội dung này' });
    }
    const kinds = getActKinds();
    const kind = findKind(kinds, act.kind);
    const { topics: topicPages } = await findResultPages(tx, await listPublishedPlans(tx));
    return {
      title: act.title,
      summary: act.summary,
      body: act.body.split(/\n\s*\n/).filter((text) => text.trim() !== ''),
      day: act.day,
      recordedAt: act.recordedAt,
      unitName: act.unitName,
      ...kindOf(act.kind),
      channel: findChannel(kinds, act.channel)?.name ?? act.channel,
      place: [act.place, act.village?.name].filter(Boolean).join(', '),
      audience: kinds.audiences
        .filter(({ id }) => act.audience.includes(id))
        .map((one) => one.name),
      quantities: (kind ? quantitiesOf(kind) : []).flatMap(({ name, rule }) => {
        const amount = act.quantities[name];
        return amount === undefined ? [] : [{ label: rule.label, amount, unit: rule.unit }];
      }),
      topics: act.topics.map(({ id, number, label }) => ({
        id,
        number,
        label,
        href: topicPages.get(id),
      })),
      evidence: act.files.map(({ id, kind: form, caption, url, file }) => ({
        id,
        kind: form,
        caption,
        url,
        file: file && { name: file.name, size: file.size, sha256: file.sha256, web: file.web },
      })),
    };
  });
