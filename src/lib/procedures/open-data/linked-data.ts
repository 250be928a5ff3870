// A procedure in the European core public service vocabulary (CPSV-AP 3) with schema.org's
// GovernmentService beside it, as JSON-LD. Words that are no quantities stay words.
import { said, type ProcedureRecord } from '../record/record.ts';
import {
  paperName,
  readFees,
  readTerm,
  type WrittenTerm,
  type WrittenTermUnit,
} from '../record/written-values.ts';
import type { ProcedureGuide } from '../guide/guide.ts';
import { procedureUrl } from '../urls.ts';
import type { ProcedureVersion } from '../versions/versions.ts';

/** What the names below mean. */
export const linkedDataContext = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** ISO 8601; working days have no form of their own there and are left to the words. */
const DURATIONS: Readonly<Partial<Record<WrittenTermUnit, (amount: number) => string>>> = {
  day: (amount) => `P${amount}D`,
  hour: (amount) => `PT${amount}H`,
  month: (amount) => `P${amount}M`,
  year: (amount) => `P${amount}Y`,
};

/** `PT2H`; undefined for words, and for working days, which have no form of their own. */
export function durationOf({ amount, unit }: WrittenTerm): string | undefined {
  const write = unit ? DURATIONS[unit] : undefined;
  return amount === null ? undefined : write?.(amount);
}

export interface PublicServiceFacts {
  readonly version: ProcedureVersion;
  readonly record: ProcedureRecord;
  readonly guide: ProcedureGuide;
  /** `https://xa.example` */
  readonly origin: string;
  readonly officeName: string;
}

export function publicServiceOf({
  version,
  record,
  guide,
  origin,
  officeName,
}: PublicServiceFacts) {
  const id = `${origin}${procedureUrl(version.code)}`;
  const office = {
    '@type': ['cv:PublicOrganisation', 'schema:GovernmentOrganization'],
    'schema:name': officeName,
  };
  return {
    '@id': id,
    '@type': ['cpsv:PublicService', 'schema:GovernmentService'],
    'dct:identifier': version.code,
    'dct:title': vietnamese(record.title),
    'schema:name': record.title,
    ...(guide.summary ? { 'dct:description': vietnamese(guide.summary) } : {}),
    'dct:language': 'vi',
    'schema:url': id,
    'schema:serviceType': said(record.field),
    'schema:audience': said(record.audience) && {
      '@type': 'schema:Audience',
      'schema:audienceType': said(record.audience),
    },
    'cv:hasCompetentAuthority': said(record.authority) ?? said(record.agency),
    'schema:provider': office,
    'dct:issued': { '@type': 'xsd:date', '@value': version.effectiveFrom },
    'schema:serviceOutput': said(record.result),
    'cpsv:produces': said(record.result) && {
      '@type': 'cv:Output',
      'dct:title': vietnamese(said(record.result) ?? ''),
    },
    'cv:hasChannel': record.filings.map((filing) => {
      const term = readTerm(filing);
      const duration = term && durationOf(term);
      return {
        '@type': 'cv:Channel',
        'dct:title': vietnamese(said(filing.form) ?? ''),
        'dct:description': term && vietnamese(term.words),
        ...(duration === undefined
          ? {}
          : { 'cv:processingTime': { '@type': 'xsd:duration', '@value': duration } }),
      };
    }),
    'cv:hasCost': record.filings.flatMap((filing) =>
      readFees(filing).map(({ words, amount }) => ({
        '@type': 'cv:Cost',
        'dct:description': vietnamese(words),
        ...(amount === null ? {} : { 'cv:value': amount, 'cv:currency': 'VND' }),
      })),
    ),
    'cpsv:hasInput': record.papers.map((paper) => ({
      '@type': 'cv:Evidence',
      'dct:title': vietnamese(paperName(paper)),
    })),
    'cv:hasLegalResource': record.bases.map((basis) => ({
      '@type': 'eli:LegalResource',
      'dct:identifier': said(basis.code),
      'dct:title': vietnamese(said(basis.title) ?? said(basis.code) ?? ''),
    })),
  };
}

function vietnamese(text: string) {
  return { '@language': 'vi', '@value': text };
}
