// Tables outside the rule "commune_id first in the key, forced row-level security", each with its
// reason (ruling 2). The catalogue test fails on any other table. None holds personal data.

export const exemptTables: Readonly<Record<string, string>> = {
  commune: 'is the commune itself: its own id is the key and its policy compares that id',
  commune_host: 'host names are read before the commune is known',
  migration: 'which migrations ran, for the whole installation',
  public_version:
    'a count per commune, looked at for many communes at once by every process; no word of content',
  page_process: 'which processes keep pages, for the whole installation',
  page_deletion: 'orders to all processes; ids only',
  page_deletion_done: 'answers of processes; ids only',
  procedure_record:
    'public text of procedures by its digest, once for all communes of an installation; rows never change',
  search_entry:
    'public text only; enabled but not forced, no grant, reached through functions that take the commune from the setting (ruling 1)',
};

/** The job library keeps its own schema outside the rule; payloads hold ids only. */
export const exemptSchemas: readonly string[] = ['pgboss'];
