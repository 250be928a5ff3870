// The checklist as a text any telephone can keep and open.
import { viewProcedure } from '#lib/procedures/index.ts';
import { siteOf } from '#lib/portal/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record, guide } = await procedureOf(
      tx,
      params.code,
      (code) => `/thu-tuc/${code}/giay-to.txt`,
    );
    const view = viewProcedure(record);
    const site = siteOf(locals.commune);
    const lines = [
      ...(locals.commune.demoDay === null
        ? []
        : ['DỮ LIỆU MINH HỌA – không dùng cho việc thật', '']),
      record.title,
      `Mã ${version.code}, áp dụng từ ${formatDate(toPlainDate(version.effectiveFrom))}`,
      '',
      'CẦN MANG',
      ...view.groups.flatMap(({ name, papers }) => [
        ...(name === '' ? [] : [`${name}:`]),
        ...papers.map(
          (paper) => `[ ] ${paper.name}${paper.counts === '' ? '' : ` (${paper.counts})`}`,
        ),
      ]),
      ...(view.groups.length === 0 ? ['Nguồn chưa ghi; xin hỏi trước khi đi.'] : []),
      '',
      `Thời hạn: ${view.term || 'nguồn không ghi'}`,
      `Phí, lệ phí: ${view.fee || 'nguồn không ghi'}`,
      `Nộp ở: ${guide.place || site.address || site.name}`,
      ...(guide.hours ? [`Giờ nhận: ${guide.hours}`] : []),
      ...(guide.telephone ? [`Hỏi: ${guide.telephone}`] : []),
      '',
      `Lưu ngày ${formatDate(tx.today)}. Trước khi đi, xem lại: ${url.origin}/thu-tuc/${version.code}`,
      '',
    ];
    return new Response(`\uFEFF${lines.join('\r\n')}`, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="giay-to-${version.code}.txt"`,
      },
    });
  });
