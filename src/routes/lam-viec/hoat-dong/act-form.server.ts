// The entry form as it was sent. Who may not record is refused before anything is stored; then files are
// stored, so that a mistake elsewhere doesn't lose them, and the fields are checked. What is wrong comes
// back beside its field, with all that was typed.
import type { z } from 'zod';
import { fileKinds, isLoaError, pictureTypes, type FormFault } from '#lib/platform/index.ts';
import { requirePicture, storeFile, type StoredFile } from '#lib/platform/index.server.ts';
import {
  AMOUNT_LIMIT,
  findKind,
  QUANTITIES,
  type EvidenceInput,
  type QuantityName,
} from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { parseDate } from '#lib/vietnam/index.ts';
import { FILE_LIMIT } from '../file-limit.ts';
import { keptToken, openKeptToken } from '../kept-file.server.ts';

const MANY = ['topics', 'duties', 'audience'] as const;

/** A file that was stored with an earlier try of the same form. */
export interface KeptFile {
  readonly kind: FileKindName;
  readonly file: StoredFile;
  /** What the form carries; only this installation can make it. */
  readonly token: string;
}

type FileKindName = 'photo' | 'file' | 'attendance-list';

/** What was typed, for showing again. */
export interface Typed {
  readonly fields: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  readonly duties: readonly string[];
  readonly audience: readonly string[];
  readonly kept: readonly KeptFile[];
}

export interface SentForm {
  /** For a schema to check. */
  readonly input: Record<string, unknown>;
  readonly typed: Typed;
  readonly errors: readonly FormFault[];
}

const UPLOADS: readonly { name: string; kind: FileKindName; allow: readonly string[] }[] = [
  { name: 'photos', kind: 'photo', allow: pictureTypes },
  { name: 'files', kind: 'file', allow: fileKinds.map((kind) => kind.mediaType) },
  { name: 'lists', kind: 'attendance-list', allow: fileKinds.map((kind) => kind.mediaType) },
];

/** `evidence` says whether files are taken: only from somebody whose right to add them was checked. */
export async function readActForm(
  communeId: string,
  data: FormData,
  { evidence }: { readonly evidence: boolean },
): Promise<SentForm> {
  const fields: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string' && name !== 'kept') fields[name] = value.normalize('NFC');
  }
  const [topics, duties, audience] = MANY.map((name) => data.getAll(name).map(String));
  const { kept, errors } = evidence
    ? await takeFiles(communeId, data)
    : { kept: [], errors: [] as FormFault[] };
  const typed: Typed = {
    fields,
    topics: topics ?? [],
    duties: duties ?? [],
    audience: audience ?? [],
    kept,
  };
  return { input: toInput(typed, errors), typed, errors };
}

/** Faults of a schema's answer, named as the form names its fields. */
export function faultsOf(error: z.ZodError): FormFault[] {
  return error.issues.map((issue) => ({
    name: issue.path[0] === 'evidence' ? 'link' : issue.path.join('.'),
    message: issue.message,
  }));
}

function toInput(typed: Typed, errors: FormFault[]): Record<string, unknown> {
  const { fields } = typed;
  const isPublic = fields['isPublic'] === 'on';
  return {
    ...fields,
    day: parseDate(fields['day'] ?? '') ?? '',
    topics: typed.topics,
    duties: typed.duties,
    audience: typed.audience,
    villageId: fields['villageId'] || null,
    version: Number(fields['version']),
    quantities: readQuantities(fields, errors),
    isPublic,
    outsidePlan: fields['outsidePlan'] === 'on',
    lateForPeriod: fields['lateForPeriod'] === 'on',
    anotherAct: fields['anotherAct'] === 'on',
    personalData: fields['personalData'] || 'refuse',
    evidence: evidenceOf(typed, isPublic && fields['evidencePublic'] === 'on'),
  };
}

function readQuantities(
  fields: Readonly<Record<string, string>>,
  errors: FormFault[],
): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const name of QUANTITIES) {
    const text = (fields[`quantities.${name}`] ?? '').replace(/[\s.]/g, '');
    if (text === '') continue;
    if (/^\d+$/.test(text) && Number(text) <= AMOUNT_LIMIT) amounts[name] = Number(text);
    else if (/^\d+$/.test(text)) {
      errors.push(amountFault(fields['kind'], name, 'số lớn bất thường; hãy kiểm tra lại.'));
    } else errors.push(amountFault(fields['kind'], name, 'ghi bằng chữ số, ví dụ 25.'));
  }
  if (fields['repeat'] === 'on') amounts['items'] = 0;
  return amounts;
}

/** In the list above the form a fault stands alone, so it says which field it means. */
function amountFault(kindId: string | undefined, name: QuantityName, message: string): FormFault {
  const label = findKind(getActKinds(), kindId ?? '')?.quantities[name]?.label ?? 'Số lượng';
  return { name: `quantities.${name}`, message: `${label}: ${message}` };
}

function evidenceOf({ fields, kept }: Typed, isPublic: boolean): EvidenceInput[] {
  const caption = fields['caption'] ?? '';
  const files = kept.map(({ kind, file }) => ({ kind, file, caption, isPublic }));
  const url = (fields['link'] ?? '').trim();
  return url === '' ? files : [...files, { kind: 'link', url, caption, isPublic }];
}

/** Stores what was chosen, beside what came with an earlier try; what is refused is said by its field. */
export async function takeFiles(
  communeId: string,
  data: FormData,
): Promise<{ kept: KeptFile[]; errors: FormFault[] }> {
  const kept = data.getAll('kept').flatMap((token) => openKept(communeId, String(token)));
  const errors: FormFault[] = [];
  for (const { name, kind, allow } of UPLOADS) {
    for (const sent of data.getAll(name)) {
      // An empty control sends one nameless file of no bytes.
      if (typeof sent === 'string' || (sent.name === '' && sent.size === 0)) continue;
      try {
        const bytes = new Uint8Array(await sent.arrayBuffer());
        const request = { name: sent.name, maxBytes: FILE_LIMIT, allow };
        const file = await storeFile(communeId, bytes, request);
        if ((pictureTypes as readonly string[]).includes(file.mediaType)) {
          requirePicture(bytes, file.name);
        }
        if (kept.some((one) => one.file.sha256 === file.sha256)) continue;
        kept.push({ kind, file, token: keptToken(communeId, kind, file) });
      } catch (failure) {
        if (!isLoaError(failure)) throw failure;
        errors.push({ name, message: `${failure.what} ${failure.todo}` });
      }
    }
  }
  return { kept, errors };
}

function openKept(communeId: string, token: string): KeptFile[] {
  const found = openKeptToken(communeId, token);
  return found ? [{ kind: found.kind as FileKindName, file: found.file, token }] : [];
}
