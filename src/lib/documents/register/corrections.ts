// What a filled-in form of the review asks for, and the draft after it. The same forms serve with and
// without script.
import { isPlainDate } from '#lib/vietnam/index.ts';
import {
  factNames,
  type DocumentDraft,
  type DraftAttachment,
  type DraftReference,
  type DraftSection,
  type Fact,
  type FactName,
} from './draft.ts';
import { relations, type Relation } from './relations.ts';

export type Corrected =
  | { readonly ok: true; readonly draft: DocumentDraft }
  | { readonly ok: false; readonly name: string; readonly message: string };

const LONGEST = 20_000;

/** Reads a form: `khoa` says what is corrected, `thao-tac` how (`luu`, `bo`, `khoi-phuc`, `nhu-da-doc`, `them`). */
export function correctDraft(draft: DocumentDraft, form: FormData): Corrected {
  const key = word(form, 'khoa');
  const action = word(form, 'thao-tac') || 'luu';
  const longest = [...form.values()].find((value) => String(value).length > LONGEST);
  if (longest !== undefined)
    return wrong('noi-dung', 'Phần nhập dài quá 20.000 ký tự. Hãy chia thành nhiều mục.');
  if (key.startsWith('f-')) return correctFact(draft, key.slice(2), action, form);
  if (action === 'them') return addReference(draft, form);
  if (action === 'bo' || action === 'khoi-phuc')
    return done(withDropped(draft, key, action === 'bo'));
  const section = draft.sections.find((one) => one.key === key);
  if (section) return correctSection(draft, section, form);
  const reference = draft.references.find((one) => one.key === key);
  if (reference) return correctReference(draft, reference, form);
  const attachment = draft.attachments.find((one) => one.key === key);
  if (attachment) return correctAttachment(draft, attachment, form);
  return wrong('khoa', 'Mục cần sửa không còn trong bản đọc. Hãy tải lại trang.');
}

function correctFact(
  draft: DocumentDraft,
  name: string,
  action: string,
  form: FormData,
): Corrected {
  if (!(name in factNames)) return wrong('khoa', 'Không có mục này. Hãy tải lại trang.');
  const fact = draft.facts[name as FactName];
  const value = action === 'nhu-da-doc' ? fact.read : word(form, 'gia-tri') || null;
  if (name === 'date' && value !== null && !isPlainDate(value)) {
    return wrong(
      'gia-tri',
      'Ngày này không có trong lịch. Hãy chọn lại ngày, hoặc để trống nếu văn bản chưa ghi.',
    );
  }
  if (name === 'number' && value !== null && !/^\d[\d.]{0,9}$/.test(value)) {
    return wrong('gia-tri', 'Số văn bản chỉ gồm chữ số. Phần chữ sau dấu / ghi ở ô Ký hiệu.');
  }
  const facts: Record<FactName, Fact> = { ...draft.facts, [name]: { ...fact, value } };
  return done({ ...draft, facts });
}

function correctSection(draft: DocumentDraft, section: DraftSection, form: FormData): Corrected {
  const level = Number(word(form, 'cap')) || section.level;
  const changed: DraftSection = {
    ...section,
    number: word(form, 'so') || null,
    heading: word(form, 'de-muc') || null,
    text: word(form, 'noi-dung'),
    level: Math.min(Math.max(Math.trunc(level), 1), 6),
  };
  if (changed.heading === null && changed.text === '') {
    return wrong(
      'noi-dung',
      'Mục cần có đề mục hoặc nội dung. Nếu không thuộc văn bản, hãy bấm Bỏ mục này.',
    );
  }
  return done({ ...draft, sections: replaced(draft.sections, changed) });
}

function correctReference(
  draft: DocumentDraft,
  reference: DraftReference,
  form: FormData,
): Corrected {
  const read = referenceIn(form);
  if (!read.ok) return read;
  return done({
    ...draft,
    references: replaced(draft.references, { ...reference, ...read.value }),
  });
}

function addReference(draft: DocumentDraft, form: FormData): Corrected {
  const read = referenceIn(form);
  if (!read.ok) return read;
  const numbers = draft.references.map(({ key }) => Number(key.slice(1)));
  const key = `r${Math.max(0, ...numbers) + 1}`;
  const added: DraftReference = { key, span: null, dropped: false, ...read.value };
  return done({ ...draft, references: [...draft.references, added] });
}

type ReferenceWords = Pick<DraftReference, 'type' | 'code' | 'date' | 'issuer' | 'relation'>;

function referenceIn(
  form: FormData,
): { ok: true; value: ReferenceWords } | Extract<Corrected, { ok: false }> {
  const code = word(form, 'so-ky-hieu');
  const date = word(form, 'ngay') || null;
  const relation = word(form, 'quan-he');
  if (!/^\d+\s*[/-]\s*\S/.test(code)) {
    return wrong('so-ky-hieu', 'Ghi đủ số và ký hiệu, ví dụ 15/2024/QĐ-UBND.');
  }
  if (date !== null && !isPlainDate(date)) {
    return wrong('ngay', 'Ngày này không có trong lịch. Hãy chọn lại, hoặc để trống.');
  }
  return {
    ok: true,
    value: {
      type: word(form, 'loai') || null,
      code: code.replace(/\s+/g, ''),
      date,
      issuer: word(form, 'co-quan') || null,
      relation: (relations as readonly string[]).includes(relation)
        ? (relation as Relation)
        : 'cites',
    },
  };
}

function correctAttachment(
  draft: DocumentDraft,
  attachment: DraftAttachment,
  form: FormData,
): Corrected {
  const title = word(form, 'ten');
  if (title === '') return wrong('ten', 'Ghi tên phụ lục hoặc văn bản kèm theo.');
  const changed = { ...attachment, title, type: word(form, 'loai') || null };
  return done({ ...draft, attachments: replaced(draft.attachments, changed) });
}

function withDropped(draft: DocumentDraft, key: string, dropped: boolean): DocumentDraft {
  const mark = <Item extends { key: string; dropped: boolean }>(items: readonly Item[]): Item[] =>
    items.map((item) => (item.key === key ? { ...item, dropped } : item));
  return {
    ...draft,
    sections: mark(draft.sections),
    references: mark(draft.references),
    attachments: mark(draft.attachments),
  };
}

function replaced<Item extends { key: string }>(items: readonly Item[], changed: Item): Item[] {
  return items.map((item) => (item.key === changed.key ? changed : item));
}

function done(draft: DocumentDraft): Corrected {
  return { ok: true, draft };
}

function wrong(name: string, message: string): Extract<Corrected, { ok: false }> {
  return { ok: false, name, message };
}

/** A form sends line ends as \r\n. */
function word(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n').trim() : '';
}
