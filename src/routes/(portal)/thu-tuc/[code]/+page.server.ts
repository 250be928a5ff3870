// One procedure: what it asks of people, the whole legal record, what changed and when.
import { fileKindInWords, platformError, sizeInWords } from '#lib/platform/index.ts';
import { readBesideProcedure, siteOf } from '#lib/portal/index.server.ts';
import { readPublicBases } from '#lib/procedures/index.server.ts';
import {
  formKinds,
  formUrl,
  governmentServiceOf,
  joinProcedureCode,
  procedureUrl,
  readProcedureCode,
  said,
  textFields,
  viewProcedure,
} from '#lib/procedures/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { formFiles } from './form-files.ts';
import { procedureOf } from './procedure-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    if (!readProcedureCode(params.code))
      throw platformError('record.not-found', { what: 'thủ tục này' });
    const asked = url.searchParams.get('ngay') ?? '';
    const day = isPlainDate(asked) ? asked : undefined;
    const procedure = await procedureOf(
      tx,
      params.code,
      (code) => speechOf(url.pathname).to(procedureUrl(code)),
      day,
    );
    const { version, record, guide, handling, forms, upcoming, history } = procedure;
    const today = day ?? tx.today;
    const bases = await readPublicBases(tx, procedure, today);
    const { committee: officeName } = siteOf(locals.commune);
    const view = viewProcedure(record);
    return {
      code: version.code,
      isLarge: url.searchParams.get('chu') === 'lon',
      fullCode: joinProcedureCode({ base: record.code, suffix: record.suffix }),
      title: record.title,
      field: said(record.field) ?? '',
      isAbolished: version.status === 'abolished',
      isToCome: version.effectiveFrom > today,
      asOf: day ?? null,
      effectiveDay: version.effectiveFrom,
      decision: version.decision,
      described: governmentServiceOf({
        version,
        record,
        guide,
        origin: url.origin,
        officeName,
      }),
      view,
      guide,
      handling,
      forms: forms.map(({ id, name, kind, hint, mediaType, size }) => ({
        href: formUrl(version.code, id),
        name,
        hint,
        about: `${formKinds[kind]}, ${fileKindInWords(mediaType)}, ${sizeInWords(size)}`,
      })),
      files: formFiles(version.code, view, forms),
      facts: (
        [
          'decision',
          'levels',
          'kind',
          'field',
          'audience',
          'agency',
          'authority',
          'delegate',
          'partners',
          'address',
          'result',
          'keywords',
          'description',
        ] as const
      ).flatMap((name) => {
        const value = said(record[name]);
        return value === undefined ? [] : [{ name, term: textFields[name], value }];
      }),
      waysText: said(record.waysText) ?? '',
      requirements: paragraphs(record.requirements),
      bases,
      beside: await readBesideProcedure(tx, procedure, bases),
      upcoming: upcoming
        .filter((one) => one.version.number !== version.number)
        .map((one) => ({ ...told(one), isAbolition: one.version.status === 'abolished' })),
      history: history.map((one) => ({
        ...told(one),
        isAbolition: one.version.status === 'abolished',
      })),
    };
  });

function told({ version, changes }: Awaited<ReturnType<typeof procedureOf>>['history'][number]) {
  return {
    number: version.number,
    from: version.effectiveFrom,
    decision: version.decision,
    changes: changes.map(({ field, label, before, after }) => ({ field, label, before, after })),
  };
}

function paragraphs(text: string | undefined): string[] {
  return (said(text) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^không\.?$/iu.test(line));
}
