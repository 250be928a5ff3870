// What the platform shows to server code.
export {
  findFormerAddress,
  findFormerAddresses,
  findFormerPage,
  leadsOf,
  ledByQuery,
} from './addresses/former.server.ts';
export { findBackupNote, takeBackup } from './backup/backup.server.ts';
export type { BackupNote, BackupReport, BackupRequest } from './backup/backup.server.ts';
export { checkBackup, restoreBackup } from './backup/restore.server.ts';
export type { CheckedBackup, RestoreReport } from './backup/restore.server.ts';
export {
  addHost,
  findCommuneByHost,
  forgetCommunes,
  listCommuneIds,
  listHosts,
  listOwnHosts,
  readCommune,
} from './communes/lookup.server.ts';
export type { Commune } from './communes/lookup.server.ts';
export { inCommune, openReading } from './database/commune.server.ts';
export { takeTurns } from './database/take-turns.server.ts';
export type { Tx } from './database/tx.server.ts';
export type { Database, Options, Reading } from './database/commune.server.ts';
export { closeDatabase, connectOwner, getPool, openDatabase } from './database/pool.server.ts';
export type { DatabaseConfig } from './database/pool.server.ts';
export { examine } from './doctor/examine.server.ts';
export type { Examination } from './doctor/examine.server.ts';
export { anchorHead, checkAnchors, readAnchors } from './events/anchor.server.ts';
export type { AnchorReport } from './events/anchor.server.ts';
export type { NewEvent } from './events/append.server.ts';
export { listEventKinds } from './events/list-kinds.server.ts';
export { oneUntilNextEvent, onceUntilNextEvent } from './events/memo.server.ts';
export { foldOnward } from './events/onward.server.ts';
export type { OnwardFold } from './events/onward.server.ts';
export { readEvents } from './events/read.server.ts';
export type { EventFilter, StoredEvent } from './events/read.server.ts';
export { subscribe } from './events/subscribe.server.ts';
export { verifyChain } from './events/verify.server.ts';
export type { ChainFault, ChainReport } from './events/verify.server.ts';
export {
  listPictureSizes,
  makePictureSizes,
  requestPictureSizes,
} from './files/picture-sizes.server.ts';
export type { PictureSize } from './files/picture-sizes.server.ts';
export { findWebPicture, makeWebPicture, requestWebPicture } from './files/pictures.server.ts';
export type { WebPicture } from './files/pictures.server.ts';
export {
  findFile,
  readStoredFile,
  registerFile,
  requirePicture,
  storeFile,
  streamStoredFile,
} from './files/store.server.ts';
export type { StoredFile, StoreRequest } from './files/store.server.ts';
export { sweepFiles } from './files/sweep.server.ts';
export { unregisterFile } from './files/unregister.server.ts';
export { newId } from './ids.server.ts';
export { defineJob, enqueue, prepareJobs, startJobs, stopJobs } from './jobs/jobs.server.ts';
export type { Job, JobData } from './jobs/jobs.server.ts';
export { log, logFailure } from './log.server.ts';
export { putMail, sendTestMail } from './mail/outbox.server.ts';
export { dropMailServer, findMailServer, sendsMail, setMailServer } from './mail/server.server.ts';
export { migrate, readMigrations } from './migrate/migrate.server.ts';
export { generateSchemaTypes, SCHEMA_FILE } from './migrate/schema-types.server.ts';
export { dataFolder, getInstance } from './postgres/instance.server.ts';
export type { RunningDatabase, StartOptions } from './postgres/running.server.ts';
export {
  dropSearchEntry,
  findPublicAddresses,
  putSearchEntry,
  readSearchTexts,
  searchPublic,
} from './search/search.server.ts';
export type { SearchHit } from './search/look.server.ts';
export type { SearchAsked, SearchEntry, SearchResult } from './search/search.server.ts';
export { getSpokenWords } from './search/spoken-words.server.ts';
export { countSearchWords } from './search/vocabulary.server.ts';
export { startDatabase } from './postgres/start.server.ts';
export {
  createAccount,
  disableAccount,
  enableAccount,
  getAccount,
  getAccountByLogin,
  listAccounts,
  listPositions,
  removeSecondFactor,
  resetPassword,
  updateAccount,
} from './accounts/accounts.server.ts';
export type { Account, NewAccount } from './accounts/accounts.server.ts';
export {
  forgetSessionToken,
  readDevice,
  readSessionToken,
  writeDevice,
  writeSessionToken,
} from './accounts/cookies.server.ts';
export { rememberDevice } from './accounts/known-device.server.ts';
export { bucketOf, countAttempt, forgive } from './accounts/throttle.server.ts';
export { CODE_RULE, NETWORK_RULE, waitInWords } from './accounts/throttle.ts';
export { generatePassword, hashPassword, verifyPassword } from './accounts/password.server.ts';
export type { Enrolment } from './accounts/second-factor.server.ts';
export {
  checkOffer,
  confirmSecondFactor,
  countRecoveryCodes,
  offerSecondFactor,
  renewRecoveryCodes,
  reopenOffer,
} from './accounts/second-factor.server.ts';
export {
  endSession,
  endSessions,
  findSession,
  listSessions,
  replaceToken,
  startSession,
} from './accounts/sessions.server.ts';
export type { CurrentSession, OpenSession } from './accounts/sessions.server.ts';
export { giveCode, signIn } from './accounts/sign-in.server.ts';
export type { AttemptOrigin, SignedIn } from './accounts/sign-in.server.ts';
export { eraseSubjects } from './privacy/erase-subjects.server.ts';
export { makeSubjectKey, readSubjectKeys } from './privacy/subject-keys.server.ts';
export { checkStrangersForm, countStranger, stampForm } from './web/strangers-form.server.ts';
export { sha256Hex } from './digest.server.ts';
export { keyFile, keyedDigest, openSealed, seal } from './keys.server.ts';
export type { KeyPurpose } from './keys.server.ts';
export { idInSecretName, secretName } from './secret-names.server.ts';
export { openAccessLog } from './web/access-log.server.ts';
export type { AccessLog } from './web/access-log.server.ts';
export { FetchFailure, fetchPage } from './web/fetch-page.server.ts';
export type { FetchedPage, FetchLimits } from './web/fetch-page.server.ts';
export { identify, requireSameOrigin } from './web/guard.server.ts';
export { answerHealth } from './web/health.server.ts';
export { Metrics } from './web/metrics.server.ts';
export { RequestLimits } from './web/request-limits.server.ts';
export type { Visitor } from './web/guard.server.ts';
export {
  changePassword,
  confirmPassword,
  endOwnSession,
  signOutEverywhere,
} from './accounts/own-account.server.ts';
export { sweepAccounts } from './accounts/upkeep.server.ts';
export {
  dropExpiredSubmissions,
  dropSubmission,
  keepSubmission,
  listSubmissions,
  openSubmission,
} from './accounts/submissions.server.ts';
export type { Submission, SubmissionBody } from './accounts/submissions.server.ts';
export {
  addCommuneHost,
  createCommune,
  endCommune,
  reopenCommune,
  updateCommune,
} from './office/commune.server.ts';
export type { NewCommune } from './office/commune.server.ts';
export {
  dropCalendarDay,
  isOfficeOpen,
  listOwnDays,
  listOwnYears,
  readOfficeCalendar,
  setCalendarDay,
  settleCalendarYear,
} from './office/calendar.server.ts';
export type { OfficeCalendar, OwnDay } from './office/calendar.server.ts';
export {
  endFollowedCalendar,
  findFollowed,
  getFollowedCalendar,
  listFollowedCalendars,
  makeFollowedCalendar,
  type FollowedCalendar,
} from './calendars/followed.server.ts';
export { dropOfficeHours, listOwnHours, setOfficeHours } from './office/office-hours.server.ts';
export type { OfficeHoursInForce } from './office/office-hours.server.ts';
export {
  addHotline,
  findHotlineOn,
  listHotlines,
  listOwnContacts,
  removeHotline,
  updateHotline,
  verifyHotline,
} from './office/hotlines.server.ts';
export {
  addVillage,
  endVillage,
  listVillages,
  renameVillage,
  type Village,
} from './office/villages.server.ts';
export type { Hotline } from './office/hotlines.server.ts';
export {
  forgetSetupCode,
  getSetupCode,
  isSetUpOpen,
  requireSetupCode,
} from './office/setup-code.server.ts';
export {
  addUnit,
  endUnit,
  insertUnit,
  listUnitLinks,
  listUnits,
  moveUnit,
  renameUnit,
  setUnitEmail,
  mergeUnit,
  succeedUnit,
} from './office/units.server.ts';
export type { Unit } from './office/units.server.ts';
export { KeptPages } from './pages/kept-pages.server.ts';
export { startListening, stopListening } from './pages/changes.server.ts';
export { makePaperPictures } from './print/paper-pictures.server.ts';
export { renderPdf, stopPrinting } from './print/print.server.ts';
export { checkPdfSignatures } from './signatures/check-pdf.server.ts';
export { readTrustedRoots } from './signatures/roots.server.ts';
export {
  answerTable,
  answerWorkbook,
  tableFileOf,
  type TableFormat,
} from './tables/answer-table.server.ts';
export { readWorkbook } from './tables/read-workbook.server.ts';
export { toXlsx } from './tables/workbook.server.ts';
export {
  findEditionLink,
  makeEditionLink,
  useEditionLink,
  type OpenEditionLink,
} from './editions/links.server.ts';
export {
  countPublicEditions,
  findPublicEdition,
  getEdition,
  listEditions,
  listItems,
  listPublicEditions,
  listRevisions,
  type EditionSummary,
  type EditionView,
  type PublicFilter,
} from './editions/read.server.ts';
export {
  approveByLink,
  approveEdition,
  forceEdition,
  listDueEditions,
  publishEdition,
  returnEdition,
  scheduleEdition,
  submitEdition,
  unscheduleEdition,
  withdrawEdition,
  type Published,
  type Withdrawal,
} from './editions/workflow.server.ts';
export {
  bePresent,
  dropDraft,
  findDraft,
  keepDraft,
  restoreItem,
  reviseEdition,
  startEdition,
  startItem,
  trashItem,
} from './editions/write.server.ts';
export { MOST_SPOKEN_LETTERS, speak, whyNoSpeech } from './speech/speech.server.ts';
