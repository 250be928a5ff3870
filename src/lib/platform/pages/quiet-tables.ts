// Tables that no kept page is made of: their changes raise no version, and a page that reads one is not
// kept. A table that isn't named here counts as public matter, so a new one can't be forgotten.

export const quietTables: Readonly<Record<string, string>> = {
  account: 'who signs in',
  account_role: 'who signs in',
  unit_member: 'who signs in',
  recovery_code: 'second factors',
  session: 'changes with every signed-in request',
  sign_in_throttle: 'slowing of guesses',
  pending_submission: 'forms kept for their owners',
  page_views: 'readership is for the office alone',
  searched_words: 'readership is for the office alone',
  visit_day: 'visits are shown by a fragment outside the cache (ruling 19)',
  public_version: 'the version itself',
  page_process: 'keeping of pages',
  page_deletion: 'keeping of pages',
  page_deletion_done: 'keeping of pages',
  event_head: 'only asked whether a fold in memory is still good',
  edition_draft: 'what is being written and not saved',
  edition_presence: 'who has an edition open',
  edition_link: 'links for named people; looking through one is not kept',
  mail_server: 'how the office sends mail',
  mail_message: 'mail of the office',
  week_sheet: 'sheets are for the office alone',
  occurrence_report: 'sheets are for the office alone',
  reminder_setting: 'reminders are for the office alone',
  reminder: 'reminders are for the office alone',
  reminder_item: 'reminders are for the office alone',
  register_entry: 'the register of documents is for the office alone',
  procedure_change:
    'imports of procedures are for the office alone; what they change is in the versions',
  document_link: 'the register of documents is for the office alone',
};
