// What the platform shows to pure code.
export { accountOf, belongsTo, hasRole, roleNames, roles, systemJob, thePublic } from './actor.ts';
export type { Actor, Person, Role } from './actor.ts';
export { defineErrors, isLoaError, listInError, LoaError, platformError } from './errors.ts';
export type { ErrorDetails, ErrorEntry } from './errors.ts';
export { backupError } from './backup/errors.ts';
export type { Finding } from './doctor/finding.ts';
export { definePermissions, isOfUnit, reportsFor } from './permissions.ts';
export type { Rule, UnitSubject } from './permissions.ts';
export { canonicalText } from './events/canonical.ts';
export type { EventBody, EventData, Subject } from './events/event.ts';
export {
  fileKindInWords,
  fileKinds,
  fileNameFor,
  findFileKind,
  pictureTypes,
  sizeInWords,
} from './files/kinds.ts';
export type { FileKind } from './files/kinds.ts';
export { PICTURE_FORMATS } from './files/picture-measures.ts';
export {
  findPersonalData,
  maskPersonalData,
  nameHit,
  personalDataNames,
} from './privacy/personal-data.ts';
export type { PersonalDataHit, PersonalDataKind } from './privacy/personal-data.ts';
export { accountEvents } from './accounts/events.ts';
export type { AccountEventKind } from './accounts/events.ts';
export { findPasswordFault, PASSWORD_MINIMUM } from './accounts/password-rules.ts';
export { canInPlatform, platformActions, requireInPlatform } from './accounts/permissions.ts';
export type { AccountSubject, PlatformAction } from './accounts/permissions.ts';
export { deviceName } from './accounts/device-name.ts';
export type { Stage } from './accounts/session-rules.ts';
export { readForm, refusalOf } from './web/forms.ts';
export type { FormAnswer, FormFault, FormValues } from './web/forms.ts';
export { missingSecurityHeaders, WORKER_PATH, WORKER_POLICY } from './web/headers.ts';
export { formerKey, formerKeys, type Leads } from './addresses/former.ts';
export { plainHost } from './web/host-name.ts';
export { localPath } from './web/local-path.ts';
export { networkOf } from './web/network.ts';
export { isSameOrigin } from './web/same-origin.ts';
export { CommuneEnd, isArchive } from './office/archive.ts';
export {
  AccountFacts,
  CommuneFacts,
  communeKinds,
  HotlineForm,
  Login,
  NewAccountForm,
  Merger,
  Succession,
  UnitEmail,
  UnitName,
} from './office/forms.ts';
export {
  EmailAddress,
  MAIL_SECURITY,
  MAIL_TROUBLES,
  MailServerForm,
  type MailTrouble,
} from './mail/mail-server.ts';
export {
  CalendarDayForm,
  calendarDayKinds,
  CalendarYearForm,
  OfficeHoursForm,
  weekdayFields,
} from './office/calendar-forms.ts';
export type { CalendarDayKind } from './office/calendar-forms.ts';
export { predecessorsOf, successorsOf } from './office/unit-line.ts';
export type { UnitLink } from './office/unit-line.ts';
export { isId } from './id-form.ts';
export {
  CUT_HEADER,
  INGREDIENTS_HEADER,
  nextMidnight,
  writeIngredients,
} from './pages/ingredients.ts';
export { kindOfRequest, tooOftenWords, type RequestKind } from './web/request-limits.ts';
export type { Ingredients } from './pages/page-cache.ts';
export { quietTables } from './pages/quiet-tables.ts';
export {
  toCsv,
  type CellValue,
  type ColumnKind,
  type TableColumn,
  type TableData,
} from './tables/table.ts';
export {
  columnLetters,
  type SheetCell,
  type SheetCellKind,
  type SheetCells,
  type SheetRow,
} from './tables/sheet-cells.ts';
export { signatureFaults, type SignatureReport } from './signatures/verdict.ts';
export { fitsMarkup, parseMarkup, printMarkup, readTextField } from './rich-text/markup.ts';
export { lengthOf, linksOf, outlineOf, picturesOf, type TextLink } from './rich-text/outline.ts';
export type { OutlineEntry, TextLength } from './rich-text/outline.ts';
export { emptyText, isSafeAddress, readRichText, RichText } from './rich-text/rich-text.ts';
export type { RichTextAnswer } from './rich-text/rich-text.ts';
export { richTextToHtml } from './rich-text/to-html.ts';
export { richTextToPlain } from './rich-text/to-plain.ts';
export { compareTexts, type ComparedRow } from './editions/compare.ts';
export { editionError } from './editions/errors.ts';
export {
  isOpen,
  isWritable,
  statusWord,
  type EditionStatus,
  type ItemKind,
} from './editions/status.ts';
export { MOST_COUNTED, type Facet, type Facets } from './search/facets.ts';
export { bestPassage } from './search/passage.ts';
export { isAskedFor } from './search/question.ts';
export { pairs, readQuestion, spellingsIn, syllables, type SpokenWords } from './search/words.ts';
export { Slips } from './search/slips.ts';
