// Types of documents as English pages name them, by the abbreviation their numbers carry. Pure.

const ENGLISH: Readonly<Record<string, string>> = {
  NQ: 'Resolution',
  QĐ: 'Decision',
  CT: 'Directive',
  QC: 'Regulations',
  QyĐ: 'Rules',
  TC: 'Communique',
  TB: 'Notice',
  HD: 'Guidance',
  CTr: 'Programme',
  KH: 'Plan',
  PA: 'Scheme',
  ĐA: 'Proposal',
  DA: 'Project',
  BC: 'Report',
  BB: 'Minutes',
  TTr: 'Submission',
  HĐ: 'Contract',
  CV: 'Official letter',
  CĐ: 'Official telegram',
  BGN: 'Memorandum',
  BTT: 'Agreement',
  GUQ: 'Power of attorney',
  GM: 'Invitation',
  GGT: 'Letter of introduction',
  GNP: 'Leave permit',
  PG: 'Dispatch slip',
  PC: 'Transfer slip',
  PB: 'Notification slip',
  ThC: 'Open letter',
  HP: 'Constitution',
  Luật: 'Law',
  PL: 'Ordinance',
  L: 'Order',
  NĐ: 'Decree',
  TTLT: 'Joint circular',
  NQLT: 'Joint resolution',
  TT: 'Circular',
  KL: 'Conclusion',
};

/** "Decree" for `NĐ`; an unknown abbreviation stays as it is. */
export function englishType(type: string | null): string {
  return type === null ? 'Document' : (ENGLISH[type] ?? type);
}
