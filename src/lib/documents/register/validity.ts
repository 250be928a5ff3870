// Whether a document is in force on a day: a fold over its own dates and over what other registered
// documents say of it, with the reasons.
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';
import { passiveNames, type Relation } from './relations.ts';

export type ValidityState =
  'unknown' | 'not-yet' | 'in-force' | 'expired' | 'replaced' | 'abolished';

export const validityNames: Readonly<Record<ValidityState, string>> = {
  unknown: 'Chưa rõ hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  'in-force': 'Còn hiệu lực',
  expired: 'Hết hiệu lực',
  replaced: 'Bị thay thế',
  abolished: 'Bị bãi bỏ',
};

export interface Validity {
  readonly state: ValidityState;
  /** The day it ended, where it has. */
  readonly since: string | null;
  /** Code of the document that ended it, or what stands for it; null where its own dates did, or nothing has. */
  readonly endedBy: string | null;
  /** In force still, but not whole any more: what amended it, or ended a part of it, each document once. */
  readonly amendedBy: readonly Amending[];
  /** In words: which dates and which documents say so. */
  readonly reasons: readonly string[];
}

/** What amended a document. Numbers begin anew every year, so the day belongs to the code. */
export interface Amending {
  readonly code: string;
  /** YYYY-MM-DD */
  readonly from: string;
}

/** What a document is called to everybody that has no number and isn't public itself. */
export const UNNAMED = 'một văn bản khác';

export interface DatedDocument {
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly expiresOn: string | null;
  readonly replacedBy: string | null;
}

/** What a registered document does to this one, and from when on. */
export interface Doing {
  readonly relation: Relation;
  /** The id of the other; its code may be that of a third one too. */
  readonly by: string;
  readonly code: string;
  /** The day the other is in force, else the day it was signed; `null` where neither is known. */
  readonly from: string | null;
}

/** The state on a day. @param day YYYY-MM-DD */
export function validityOn(
  document: DatedDocument,
  doings: readonly Doing[],
  day: string,
): Validity {
  const reasons: string[] = [];
  const amendedBy: Amending[] = [];
  const told = new Set<string>();
  const begins = document.inForceOn ?? document.issuedOn;
  if (document.inForceOn) reasons.push(`Có hiệu lực từ ${inWords(document.inForceOn)}.`);
  else if (document.issuedOn) {
    reasons.push(`Ký ngày ${inWords(document.issuedOn)}; sổ không ghi ngày hiệu lực riêng.`);
  }
  for (const { relation, by, code, from } of doings) {
    if (relation === 'amends' && from && from <= day && !told.has(by)) {
      told.add(by);
      amendedBy.push({ code, from });
      reasons.push(`${capital(passiveNames.amends)} ${code} từ ${inWords(from)}.`);
    }
  }
  const ends = endings(document, doings).filter(({ since }) => since <= day);
  const [first] = ends.sort((a, b) => (a.since < b.since ? -1 : 1));
  if (first) {
    const { state, since, endedBy, reason } = first;
    return { state, since, endedBy, amendedBy, reasons: [...reasons, reason] };
  }
  if (!begins) {
    const why = 'Sổ chưa ghi ngày ký và ngày hiệu lực.';
    return { state: 'unknown', since: null, endedBy: null, amendedBy, reasons: [why] };
  }
  const state = begins > day ? 'not-yet' : 'in-force';
  if (document.expiresOn) reasons.push(`Hết hiệu lực từ ${inWords(document.expiresOn)}.`);
  return { state, since: null, endedBy: null, amendedBy, reasons };
}

/** "Còn hiệu lực, đã sửa đổi": how a document stands, in the words of its tag. */
export function validityInWords({ state, since, amendedBy }: Validity): string {
  const from = since ? ` từ ${inWords(since)}` : '';
  const part = state === 'in-force' && amendedBy.length > 0 ? ', đã sửa đổi một phần' : '';
  return `${validityNames[state]}${part}${from}`;
}

/** Whether a document is over: expired, replaced or abolished. */
export function hasEnded({ state }: Pick<Validity, 'state'>): boolean {
  return state === 'expired' || state === 'replaced' || state === 'abolished';
}

interface Ending {
  readonly state: ValidityState;
  readonly since: string;
  readonly endedBy: string | null;
  readonly reason: string;
}

function endings({ expiresOn, replacedBy }: DatedDocument, doings: readonly Doing[]): Ending[] {
  const own: Ending[] = !expiresOn
    ? []
    : replacedBy
      ? [
          {
            state: 'replaced',
            since: expiresOn,
            endedBy: replacedBy,
            reason: `Bị thay thế bởi ${replacedBy} từ ${inWords(expiresOn)}.`,
          },
        ]
      : [
          {
            state: 'expired',
            since: expiresOn,
            endedBy: null,
            reason: `Hết hiệu lực từ ${inWords(expiresOn)}.`,
          },
        ];
  const others = doings.flatMap(({ relation, code, from }): Ending[] => {
    if (!from || (relation !== 'replaces' && relation !== 'abolishes')) return [];
    const reason = `${capital(passiveNames[relation])} ${code} từ ${inWords(from)}.`;
    const state = relation === 'replaces' ? 'replaced' : 'abolished';
    return [{ state, since: from, endedBy: code, reason }];
  });
  return [...own, ...others];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(day: string): string {
  return isPlainDate(day) ? formatDate(day) : day;
}
