// The official export as JSON, read and written again without loss: names of the source on the left,
// ours on the right; what the source says beyond them is kept under its own names.
import { joinProcedureCode, readProcedureCode } from './codes.ts';
import type { Filing, LegalBasis, Paper, ProcedureRecord, TextField } from './record.ts';

/** What an item of a file says of itself, not of the procedure: its own number, the file it came from. */
export type Origin = Readonly<Record<string, unknown>>;

export interface ReadExport {
  readonly record: ProcedureRecord;
  readonly origin: Origin;
  readonly remarks: readonly string[];
}

const METADATA: Readonly<Record<string, TextField>> = {
  tên_thủ_tục: 'title',
  số_quyết_định: 'decision',
  cấp_thực_hiện: 'levels',
  loại_thủ_tục: 'kind',
  lĩnh_vực: 'field',
};
const CODE = 'mã_thủ_tục';

const CONTENT: Readonly<Record<string, TextField>> = {
  trình_tự_thực_hiện: 'steps',
  cách_thức_thực_hiện: 'waysText',
  đối_tượng_thực_hiện: 'audience',
  cơ_quan_thực_hiện: 'agency',
  cơ_quan_có_thẩm_quyền: 'authority',
  cơ_quan_được_ủy_quyền: 'delegate',
  cơ_quan_phối_hợp: 'partners',
  địa_chỉ_tiếp_nhận_hs: 'address',
  kết_quả_thực_hiện: 'result',
  yêu_cầu_điều_kiện_thực_hiện: 'requirements',
  từ_khóa: 'keywords',
  mô_tả: 'description',
};

const FILING = { hinh_thuc: 'form', thoi_han_giai_quyet: 'term', phi_le_phi: 'fee', mo_ta: 'note' };
const PAPER = { truong_hop: 'group', ten_giay_to: 'name', so_luong: 'files', ghi_chu: 'counts' };
const BASIS = {
  so_ky_hieu: 'code',
  trich_yeu: 'title',
  ngay_ban_hanh: 'issuedOn',
  co_quan_ban_hanh: 'agency',
};

const TABLES = {
  hinh_thuc_nop: ['filings', FILING],
  thanh_phan_ho_so: ['papers', PAPER],
  can_cu_phap_ly: ['bases', BASIS],
} as const;

type Plain = Record<string, unknown>;

/**
 * Reads one item of an export.
 * @returns the fault in words where it can't be a procedure
 */
export function fromExport(item: unknown): ReadExport | { readonly fault: string } {
  if (!isPlain(item)) return { fault: 'Mục này không phải bản ghi thủ tục.' };
  const metadata = isPlain(item['metadata']) ? item['metadata'] : {};
  const given = metadata[CODE] ?? item['thu_tuc_id'];
  const code = typeof given === 'string' ? readProcedureCode(given) : undefined;
  if (!code) {
    return {
      fault:
        given === undefined || given === ''
          ? 'Thiếu mã thủ tục.'
          : `Mã “${shown(given)}” không đúng dạng N.NNNNNN (ví dụ 1.001193).`,
    };
  }
  const title = metadata['tên_thủ_tục'];
  if (typeof title !== 'string' || title.trim() === '') return { fault: 'Thiếu tên thủ tục.' };
  const { metadata: _m, content, tables, ...origin } = item;
  const beyond: Plain = {};
  const record: Plain = { code: code.base, suffix: code.suffix };
  const { [CODE]: written, ...facts } = metadata;
  if (written === undefined) beyond['metadata.-'] = true;
  takeTexts(facts, METADATA, record, beyond, 'metadata');
  takeTexts(isPlain(content) ? content : {}, CONTENT, record, beyond, 'content');
  keepPart('content', content, beyond);
  takeTables(tables, record, beyond);
  if (Object.keys(beyond).length > 0) record['beyond'] = beyond;
  return { record: record as ProcedureRecord, origin, remarks: missingParts(record) };
}

/** The item as the source wrote it: every field is there again, none beside. */
export function toExport(record: ProcedureRecord, origin: Origin): Plain {
  const beyond = new Map(Object.entries(record.beyond ?? {}));
  const metadata: Plain = {};
  if (!beyond.delete('metadata.-')) {
    metadata[CODE] = joinProcedureCode({ base: record.code, suffix: record.suffix });
  }
  putTexts(record, METADATA, metadata);
  const content: Plain = {};
  putTexts(record, CONTENT, content);
  const tables: Plain = {};
  for (const [name, [ours, names]] of Object.entries(TABLES)) {
    if (beyond.delete(`tables.${name}.-`)) continue;
    tables[name] = record[ours].map((row) => putRow(row, names));
  }
  const out: Plain = { ...origin, metadata, content, tables };
  for (const [place, value] of beyond) {
    const [part, name] = splitPlace(place);
    if (name === NULL_PART) out[part] = null;
    else if (name !== WHOLE_PART) (out[part] as Plain)[name] = value;
    else if (value === null) delete out[part];
    else out[part] = value;
  }
  return out;
}

/** A part that isn't what it should be, as it is; null where the source leaves it out. */
const WHOLE_PART = '-';
/** The source says null, which isn't the same as nothing. */
const NULL_PART = '-null';

function keepPart(name: 'content' | 'tables', part: unknown, beyond: Plain): void {
  if (part === null) beyond[`${name}.${NULL_PART}`] = true;
  else if (!isPlain(part)) beyond[`${name}.${WHOLE_PART}`] = part ?? null;
}

function splitPlace(place: string): [string, string] {
  const at = place.indexOf('.');
  return [place.slice(0, at), place.slice(at + 1)];
}

function takeTexts(
  from: Plain,
  names: Readonly<Record<string, TextField>>,
  record: Plain,
  beyond: Plain,
  part: string,
): void {
  for (const [name, value] of Object.entries(from)) {
    const ours = names[name];
    if (ours !== undefined && typeof value === 'string') record[ours] = value;
    else beyond[`${part}.${name}`] = value;
  }
}

function putTexts(
  record: ProcedureRecord,
  names: Readonly<Record<string, TextField>>,
  into: Plain,
): void {
  for (const [name, ours] of Object.entries(names)) {
    if (record[ours] !== undefined) into[name] = record[ours];
  }
}

function takeTables(tables: unknown, record: Plain, beyond: Plain): void {
  for (const [ours] of Object.values(TABLES)) record[ours] = [];
  keepPart('tables', tables, beyond);
  if (!isPlain(tables)) return;
  for (const [name, [ours, names]] of Object.entries(TABLES)) {
    const rows = tables[name];
    if (Array.isArray(rows) && rows.every(isPlain)) {
      record[ours] = rows.map((row) => takeRow(row, names));
    } else {
      beyond[`tables.${name}.-`] = true;
      if (rows !== undefined) beyond[`tables.${name}`] = rows;
    }
  }
  for (const [name, value] of Object.entries(tables)) {
    if (!(name in TABLES)) beyond[`tables.${name}`] = value;
  }
}

function takeRow(row: Plain, names: Readonly<Record<string, string>>): Plain {
  const out: Plain = {};
  const beyond: Plain = {};
  for (const [name, value] of Object.entries(row)) {
    const ours = names[name];
    if (ours !== undefined && typeof value === 'string') out[ours] = value;
    else beyond[name] = value;
  }
  return Object.keys(beyond).length > 0 ? { ...out, beyond } : out;
}

function putRow(row: Filing | Paper | LegalBasis, names: Readonly<Record<string, string>>): Plain {
  const { beyond, ...known } = row;
  const values = known as Plain;
  const out: Plain = {};
  for (const [name, ours] of Object.entries(names)) {
    if (values[ours] !== undefined) out[name] = values[ours];
  }
  return { ...out, ...beyond };
}

/** Parts the law wants of a procedure (NĐ 63/2010, điều 8) that the source leaves out. */
function missingParts(record: Plain): string[] {
  const lacking: string[] = [];
  const empty = (name: string) => typeof record[name] !== 'string' || record[name].trim() === '';
  if (empty('steps')) lacking.push('trình tự');
  if ((record['filings'] as unknown[]).length === 0 && empty('waysText')) {
    lacking.push('cách thức, thời hạn');
  }
  if ((record['papers'] as unknown[]).length === 0) lacking.push('thành phần hồ sơ');
  if (empty('audience')) lacking.push('đối tượng');
  if (empty('agency')) lacking.push('cơ quan thực hiện');
  return lacking.length > 0 ? [`Thiếu ${lacking.join(', ')}.`] : [];
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
