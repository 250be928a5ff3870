// The commune's own words of one procedure, beside its legal text: written, submitted, looked over by another.
import { fail, redirect } from '@sveltejs/kit';
import { accountOf, readForm, refusalOf } from '#lib/platform/index.ts';
import { listHotlines, listPositions, type Tx } from '#lib/platform/index.server.ts';
import {
  canWithProcedures,
  emptyGuide,
  guideDifferences,
  guideOn,
  guideStatusNames,
  parseQuestions,
  ProcedureGuide,
  unclearParts,
  viewProcedure,
  writeQuestions,
} from '#lib/procedures/index.ts';
import {
  approveGuide,
  forceGuide,
  getProcedure,
  listGuideEditions,
  readBases,
  readClarity,
  readTraces,
  returnGuide,
  submitGuide,
  type WrittenGuide,
} from '#lib/procedures/index.server.ts';
import {
  formatDate,
  formatInstant,
  formatPhone,
  isPlainDate,
  toPlainDate,
} from '#lib/vietnam/index.ts';
import { z } from 'zod';
import { shownSheet } from '../../traces.ts';
import { readWritings } from '../../writings.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Names of the form's fields and of the guide's. */
const FIELDS = {
  'tom-tat': 'summary',
  'nguoi-giai-quyet': 'handler',
  phong: 'room',
  'dien-thoai': 'hotline',
  gio: 'hours',
  'noi-nop': 'place',
  'duong-dan': 'onlineUrl',
  'ghi-chu-phi': 'feeNote',
  'luu-y': 'tips',
  'hay-hoi': 'questions',
} as const;

/** Fields of the form that are no part of the guide, by what refusals call them. */
const BESIDE: Readonly<Record<string, string>> = {
  effectiveFrom: 'ap-dung-tu',
  reason: 'ly-do',
};

const Form = z.record(z.string(), z.string());

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const asked = url.searchParams.get('ngay') ?? '';
    const day = isPlainDate(asked) ? asked : tx.today;
    const { version, record, guide: held, forms } = await getProcedure(tx, params.code);
    const editions = await listGuideEditions(tx, version.code);
    const people = await listPositions(tx);
    const hotlines = await listHotlines(tx);
    const nameOf = (id: string) => {
      const found = hotlines.find((line) => line.id === id);
      return found ? `${formatPhone(found.number)} – ${found.name}` : 'Số đã bỏ';
    };
    const approved = editions.filter(({ status }) => status === 'approved');
    const [latest] = editions;
    const waiting = latest?.status === 'submitted' ? latest : undefined;
    const returned = latest?.status === 'returned' ? latest : undefined;
    const before = waiting && (guideOn(approved, waiting.effectiveFrom)?.guide ?? emptyGuide);
    const { handling } = await getProcedure(tx, version.code, day);
    const [clarity] = await readClarity(tx, version.code);
    const { code, title, field } = version;
    const traces = (await readTraces(tx, [{ code, title, field }])).get(code);
    // Nothing written is lost: who was sent back goes on from those words.
    const written = (waiting ?? returned)?.guide ?? ProcedureGuide.parse(held);
    return {
      code: version.code,
      title: record.title,
      view: viewProcedure(record),
      guide: written,
      lastNumber: latest?.number ?? 0,
      effectiveFrom: waiting?.effectiveFrom ?? tx.today,
      questions: writeQuestions(written.questions),
      hotlines: hotlines.map(({ id }) => ({ value: id, label: nameOf(id) })),
      waiting: waiting && {
        number: waiting.number,
        from: shownDay(waiting.effectiveFrom),
        writtenAt: formatInstant(waiting.writtenAt),
        who: people.get(waiting.writtenBy ?? '') ?? '',
        changes: before ? guideDifferences(before, waiting.guide, nameOf) : [],
        isOwn: waiting.writtenBy !== null && waiting.writtenBy === accountOf(locals.actor),
      },
      returnedFor: returned?.reason ?? null,
      editions: editions.map((one) => ({
        number: one.number,
        status: one.status,
        statusName: guideStatusNames[one.status],
        from: shownDay(one.effectiveFrom),
        written: [formatInstant(one.writtenAt), people.get(one.writtenBy ?? '')],
        decided: one.decidedAt
          ? [formatInstant(one.decidedAt), people.get(one.decidedBy ?? '')]
          : [],
        reason: one.reason,
        isForced: one.isForced,
      })),
      asked: day,
      isToday: day === tx.today,
      shownDay: shownDay(day),
      handling: handling.map(({ from, until, ...one }) => ({
        ...one,
        telephone: one.telephone && formatPhone(one.telephone),
        from: shownDay(from),
        until: until && shownDay(until),
      })),
      forms: forms.length,
      sheets: (traces?.sheets ?? []).map(shownSheet),
      written: {
        ...(await readWritings(tx, [{ code, titles: [title] }])),
        hotlines: traces?.hotlines ?? [],
      },
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
      mayGuide: canWithProcedures(locals.actor, 'procedure.guide', {}),
      mayApprove: canWithProcedures(locals.actor, 'procedure.guide-approve', {}),
      mayForce: canWithProcedures(locals.actor, 'procedure.guide-force', {}),
    };
  });

export const actions: Actions = {
  submit: ({ request, locals, params }) =>
    write(request, locals, 'da-trinh', (tx, written) => submitGuide(tx, params.code, written)),
  force: ({ request, locals, params }) =>
    write(request, locals, 'da-dang', (tx, written, reason) =>
      forceGuide(tx, params.code, written, reason),
    ),
  approve: ({ request, locals, params }) =>
    settle(request, locals, 'da-duyet', (tx, number) => approveGuide(tx, params.code, number)),
  return: ({ request, locals, params }) =>
    settle(request, locals, 'da-tra', (tx, number, reason) =>
      returnGuide(tx, params.code, number, reason),
    ),
};

async function write(
  request: Request,
  locals: App.Locals,
  done: string,
  work: (tx: Tx, written: WrittenGuide, reason: string) => Promise<unknown>,
) {
  const form = readForm(await request.formData(), Form);
  if (!form.ok) return fail(422, { ...form, settled: false });
  const given = Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => [field, form.value[name] ?? '']),
  );
  const guide = ProcedureGuide.safeParse({
    ...given,
    questions: parseQuestions(given['questions'] ?? ''),
  });
  if (!guide.success) {
    const errors = guide.error.issues.map(({ path }) => faultAt(String(path[0] ?? '')));
    return fail(422, { errors, values: form.values, settled: false });
  }
  const written = {
    guide: guide.data,
    effectiveFrom: form.value['ap-dung-tu'] ?? '',
    basedOn: Number(form.value['ban'] ?? 0),
  };
  const refused = await locals
    .write((tx) => work(tx, written, form.value['ly-do'] ?? ''))
    .then(() => undefined, refusalOf);
  if (refused) {
    const errors = refused.errors.map(({ name, message }) => ({ name: formName(name), message }));
    return fail(refused.status, { errors, values: form.values, settled: false });
  }
  redirect(303, `?${done}`);
}

async function settle(
  request: Request,
  locals: App.Locals,
  done: string,
  work: (tx: Tx, number: number, reason: string) => Promise<unknown>,
) {
  const form = readForm(await request.formData(), Form);
  if (!form.ok) return fail(422, { ...form, settled: true });
  const refused = await locals
    .write((tx) => work(tx, Number(form.value['so'] ?? 0), form.value['ly-do-tra'] ?? ''))
    .then(() => undefined, refusalOf);
  if (refused) {
    const errors = refused.errors.map(({ name, message }) => ({
      name: name === 'reason' ? 'ly-do-tra' : name,
      message,
    }));
    return fail(refused.status, { errors, values: form.values, settled: true });
  }
  redirect(303, `?${done}`);
}

const FAULTS: Readonly<Record<string, string>> = {
  onlineUrl: 'Đường dẫn nộp trực tuyến phải bắt đầu bằng https:// hoặc http://.',
  hotline: 'Chọn số điện thoại trong danh sách.',
  questions:
    'Mỗi câu hỏi cần một dòng trả lời ngay bên dưới; cách nhau bằng một dòng trống; nhiều nhất 20 câu.',
};

function faultAt(field: string) {
  return { name: formName(field), message: FAULTS[field] ?? 'Nội dung quá dài; viết ngắn lại.' };
}

function formName(field: string): string {
  return BESIDE[field] ?? Object.entries(FIELDS).find(([, ours]) => ours === field)?.[0] ?? field;
}

function shownDay(day: string): string {
  return formatDate(toPlainDate(day));
}
