// Server door of the newsroom.

import './acts.server.ts';
import './attachments/sweep-attachments.server.ts';
import './links/try-outside.server.ts';

export {
  AUDIO_BYTES,
  AUDIO_TYPES,
  findAudio,
  findPublicAudio,
  listAudioOf,
  setReading,
} from './aloud/aloud.server.ts';
export {
  addAttachment,
  findAttachment,
  findAttachmentOf,
  findPublicAttachment,
  listAttachmentsOf,
  readAttachmentWords,
  showAttachments,
} from './attachments/attachments.server.ts';
export {
  approveArticleByLink,
  makeApprovalLink,
  makePreviewLink,
  openApproval,
  openPreview,
} from './links.server.ts';
export { answerBack, handOver } from './handovers/give.server.ts';
export {
  askBack,
  declineHandover,
  draftFromHandover,
  takeHandover,
} from './handovers/handle.server.ts';
export {
  findHandedFile,
  getHandover,
  listHandovers,
  type HandoverSummary,
} from './handovers/read.server.ts';
export { listDeadLinks } from './links/links.server.ts';
export { findUncheckedSince } from './links/silence.server.ts';
export { listTiedArticles, readTies } from './links/ties.server.ts';
export { readCalendar } from './calendar/calendar.server.ts';
export {
  endPublicationCalendar,
  listPublicationCalendars,
  makePublicationCalendar,
  readPublicationCalendar,
} from './calendar/follow.server.ts';
export {
  addMedia,
  changeMedia,
  countMedia,
  getMedia,
  listMedia,
  retireMedia,
  type MediaPicture,
} from './media/library.server.ts';
export {
  findMediaFile,
  findMediaFileOf,
  findPublicMediaFile,
  showPictures,
  showThumbnails,
} from './media/uses.server.ts';
export {
  publishArticle,
  publishDueArticles,
  PUBLISH_JOB,
  rescheduleArticle,
  scheduleArticle,
  unscheduleArticle,
  withdrawArticle,
  type PrivacyAnswer,
} from './publish.server.ts';
export {
  confirmPrint,
  confirmSentText,
  findPaper,
  listPrints,
  listSentTexts,
  makePrint,
  noteSentText,
  printPaper,
  readPaper,
} from './prints.server.ts';
export {
  listOfficePages,
  pageLookedOn,
  reviewPage,
  type OfficePage,
} from './pages/office-pages.server.ts';
export { readSiteSections, writtenSections } from './pages/site-sections.server.ts';
export { lookOver, type LookedOver } from './suggestions/look-over.server.ts';
export type { NamedSuggestion } from './suggestions/suggestions.server.ts';
export {
  compareArticles,
  countPublicArticles,
  findPublicArticle,
  getArticle,
  listArticles,
  listArticlesHolding,
  listArticlesNaming,
  listPublicArticles,
  openArticle,
  type ArticleDesk,
  type PublicArticle,
} from './read.server.ts';
export {
  approveArticle,
  correctArticle,
  dropArticleDraft,
  forceArticle,
  keepArticleDraft,
  restoreArticle,
  returnArticle,
  saveArticle,
  startArticle,
  submitArticle,
  trashArticle,
} from './write.server.ts';
