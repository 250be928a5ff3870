// Defining forms of superior bodies: a form keeps its address, each change is a version with its days.
import { newId, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { accountOf, canonicalText } from '#lib/platform/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import type { FilterNames } from '../formulas/parse.ts';
import type { ReportPeriod } from '../period.ts';
import { readFacts } from '../periodic/read.server.ts';
import { requireCan } from '../permissions.ts';
import { fillForm, type FilledForm } from './fill.ts';
import { DefineForm, readForm, type QuestionnaireForm } from './form.ts';
import { findQuestionnaire } from './read.server.ts';

/** Keeps a new form, or a new version of one; gives back its slug. @throws LoaError `access.*`, `questionnaire.*` */
export async function defineQuestionnaire(tx: Tx, input: DefineForm): Promise<string> {
  requireCan(tx.actor, 'questionnaire.define', {});
  const asked = DefineForm.parse(input);
  const form = readForm(asked, await readFormulaNames(tx));
  const { id, slug, version } = await takePlace(tx, asked);
  const text = canonicalText(form);
  await tx.db
    .insertInto('questionnaire_version')
    .values({
      commune_id: tx.communeId,
      questionnaire_id: id,
      version,
      valid_from: asked.validFrom,
      valid_to: asked.validTo === '' ? null : asked.validTo,
      form: text,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'questionnaire.defined',
    subject: { type: 'questionnaire', id },
    data: {
      version,
      from: asked.validFrom,
      to: asked.validTo,
      digest: sha256Hex(text),
    },
  });
  return slug;
}

/** A form as it would be filled for a period, with nothing kept. @throws LoaError `access.*`, `questionnaire.*` */
export async function tryQuestionnaire(
  tx: Tx,
  input: DefineForm,
  period: ReportPeriod,
): Promise<{ form: QuestionnaireForm; filled: FilledForm }> {
  requireCan(tx.actor, 'questionnaire.define', {});
  const form = readForm(DefineForm.parse(input), await readFormulaNames(tx));
  const { source } = await readFacts(tx, period, []);
  return { form, filled: fillForm(form, source, []) };
}

async function takePlace(
  tx: Tx,
  { slug, title }: { slug: string; title: string },
): Promise<{ id: string; slug: string; version: number }> {
  if (slug !== '') {
    const known = await findQuestionnaire(tx, slug);
    const [last] = known.versions;
    return { id: known.id, slug, version: (last?.version ?? 0) + 1 };
  }
  const id = newId();
  const made = slugify(title).slice(0, 80) || 'bieu';
  const kept = await tx.db
    .insertInto('questionnaire')
    .values({ commune_id: tx.communeId, id, slug: made, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['commune_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw reportError('questionnaire.known', { title }, 'title');
  return { id, slug: made, version: 1 };
}

/** Names that formulas may narrow figures by. @throws LoaError `access.*` */
export async function readFormulaNames(tx: Tx): Promise<FilterNames> {
  requireCan(tx.actor, 'questionnaire.define', {});
  const { kinds, channels } = getActKinds();
  const unit = await tx.db.selectFrom('unit').select(['id', 'name']).orderBy('position').execute();
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'label'])
    .orderBy('position')
    .execute();
  return {
    kind: kinds,
    channel: channels,
    unit,
    topic: topics.map(({ id, label }) => ({ id, name: label })),
  };
}
