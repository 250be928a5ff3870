// The commune's own words of one procedure, beside its legal text.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import {
  canWithProcedures,
  parseQuestions,
  ProcedureGuide,
  unclearParts,
  viewProcedure,
  writeQuestions,
} from '#lib/procedures/index.ts';
import { getProcedure, readBases, readClarity, setGuide } from '#lib/procedures/index.server.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

/** Names of the form's fields and of the guide's. */
const FIELDS = {
  'tom-tat': 'summary',
  'nguoi-giai-quyet': 'handler',
  phong: 'room',
  'dien-thoai': 'telephone',
  gio: 'hours',
  'noi-nop': 'place',
  'duong-dan': 'onlineUrl',
  'luu-y': 'tips',
  'hay-hoi': 'questions',
} as const;

const Form = z.record(z.string(), z.string());

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record, guide, forms } = await getProcedure(tx, params.code);
    const [clarity] = await readClarity(tx, version.code);
    return {
      code: version.code,
      title: record.title,
      view: viewProcedure(record),
      guide,
      questions: writeQuestions(guide.questions),
      forms: forms.length,
      bases: (await readBases(tx, record)).map(
        ({ entry, code, name, stateName, hasEnded, validity }) => ({
          href: entry === null ? null : `/lam-viec/van-ban/${entry}`,
          code,
          name,
          stateName,
          hasEnded,
          why: validity?.reasons.at(-1) ?? '',
        }),
      ),
      clarity: clarity && {
        clear: clarity.clear,
        unclear: clarity.unclear,
        parts: clarity.parts.map(({ part, times }) => `${unclearParts[part]} (${times})`),
      },
      saved: url.searchParams.has('da-luu'),
      mayGuide: canWithProcedures(locals.actor, 'procedure.guide', {}),
    };
  });

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = readForm(await request.formData(), Form);
    if (!form.ok) return fail(422, form);
    const given = Object.fromEntries(
      Object.entries(FIELDS).map(([name, field]) => [field, form.value[name] ?? '']),
    );
    const guide = ProcedureGuide.safeParse({
      ...given,
      version: Number(form.value['ban'] ?? 0),
      questions: parseQuestions(given['questions'] ?? ''),
    });
    if (!guide.success) {
      const errors = guide.error.issues.map(({ path }) => faultAt(String(path[0] ?? '')));
      return fail(422, { errors, values: form.values });
    }
    const refused = await locals
      .write((tx) => setGuide(tx, params.code, guide.data))
      .then(() => undefined, refusalOf);
    if (refused) {
      const errors = refused.errors.map(({ name, message }) => ({ name: formName(name), message }));
      return fail(refused.status, { errors, values: form.values });
    }
    redirect(303, '?da-luu');
  },
};

const FAULTS: Readonly<Record<string, string>> = {
  onlineUrl: 'Đường dẫn nộp trực tuyến phải bắt đầu bằng https:// hoặc http://.',
  questions:
    'Mỗi câu hỏi cần một dòng trả lời ngay bên dưới; cách nhau bằng một dòng trống; nhiều nhất 20 câu.',
};

function faultAt(field: string) {
  return { name: formName(field), message: FAULTS[field] ?? 'Nội dung quá dài; viết ngắn lại.' };
}

function formName(field: string): string {
  return Object.entries(FIELDS).find(([, ours]) => ours === field)?.[0] ?? field;
}
