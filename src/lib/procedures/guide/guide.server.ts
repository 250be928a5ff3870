// Keeping the commune's own words of a procedure. They are public at once, so the privacy guard looks first.
import { findPersonalData, personalDataNames, platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { procedureError } from '../errors.ts';
import type { ProcedureGuideSetData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { procedureId } from '../versions/procedure-id.server.ts';
import { ProcedureGuide } from './guide.ts';

const FIELDS = {
  summary: 'Tóm tắt dễ hiểu',
  handler: 'Người giải quyết',
  room: 'Phòng',
  hours: 'Giờ làm việc',
  place: 'Nơi nộp',
  tips: 'Lưu ý',
} as const;

/**
 * Saves the words of a procedure.
 * @param guide with the version it is based on
 * @throws LoaError `access.denied`, `procedure.unknown`, `procedure.personal-data`, `record.changed`
 */
export async function setGuide(tx: Tx, code: string, guide: ProcedureGuide): Promise<void> {
  requireCan(tx.actor, 'procedure.guide', {});
  const words = ProcedureGuide.parse(guide);
  for (const [name, label] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    refusePersonalData(label, words[name], name);
  }
  for (const { question, answer } of words.questions) {
    refusePersonalData('Câu hỏi thường gặp', `${question}\n${answer}`, 'questions');
  }
  const known = await tx.db
    .selectFrom('procedure_version')
    .select('code')
    .where('code', '=', code)
    .limit(1)
    .executeTakeFirst();
  if (!known) throw procedureError('procedure.unknown', { code });
  const { version: basedOn, ...own } = words;
  const version = basedOn + 1;
  const text = JSON.stringify(own);
  const row = { guide: text, version, changed_at: tx.now };
  const saved = await tx.db
    .insertInto('procedure_guide')
    .values({ ...row, commune_id: tx.communeId, code })
    .onConflict((conflict) =>
      conflict
        .columns(['commune_id', 'code'])
        .doUpdateSet(row)
        .where('procedure_guide.version', '=', basedOn),
    )
    .executeTakeFirst();
  const isFirst = saved.numInsertedOrUpdatedRows === 1n;
  if (!isFirst) throw platformError('record.changed', { what: `Hướng dẫn của thủ tục ${code}` });
  const digest = sha256Hex(text);
  const data: ProcedureGuideSetData = { code, version, digest };
  tx.record({
    kind: 'procedure.guide-set',
    subject: { type: 'procedure', id: procedureId(tx, code) },
    data: { ...data },
  });
}

function refusePersonalData(label: string, text: string, field: string): void {
  const hit = findPersonalData(text)[0];
  if (!hit) return;
  throw procedureError(
    'procedure.personal-data',
    { field: label, found: personalDataNames[hit.kind] },
    field,
  );
}
