// Door of the newsroom: articles from a draft to the public. Pure.

export { Article, ArticleForm, publicArticleUrl, TITLE_LENGTH } from './article.ts';
export {
  aboutAttachment,
  attachmentLinks,
  ATTACHMENT_BYTES,
  ATTACHMENT_FIELDS,
  ATTACHMENT_TYPES,
  PUBLIC_FILES,
  titleFromName,
  type ShownAttachment,
} from './attachments/attachments.ts';
export { eventsOf, gapsOf, monthSpell, weeksOf, type CalendarEntry } from './calendar/calendar.ts';
export { chatText } from './chat-text.ts';
export { checkArticle, type ArticleFault, type CheckFacts } from './checks.ts';
export type { ArticlePublishedData, NewsroomEvents } from './events.ts';
export {
  AnswerBack,
  AskBack,
  DeclineHandover,
  DraftHandover,
  HandOver,
  HANDOVER_STATES,
  HOURS_TO_LOOK,
  WISHED_CHANNELS,
  type HandoverState,
} from './handovers/handover.ts';
export type { Sought, Ties } from './links/ties.ts';
export { FOCUS_STEP, MediaForm, PEOPLE, type ShownMedia } from './media/media.ts';
export {
  can as canInNewsroom,
  newsroomPermissions,
  requireCan as requireInNewsroom,
} from './permissions.ts';
export { articleGone } from './errors.ts';
export {
  demandsOn,
  publicPageUrl,
  sectionState,
  type Demand,
  type SectionState,
  type SiteSection,
} from './pages/site-sections.ts';
export { findSection, SECTIONS, type Section, type SectionId } from './sections.ts';
export {
  paperUrl,
  PRINT_FORMS,
  PRINT_NAMES,
  TEXT_FORMS,
  type PrintForm,
  type TextForm,
} from './prints.ts';
export { radioText, secondsAloud } from './radio-text.ts';
export { shortText, smsSize } from './short-text.ts';
export { ARTICLE_CHANNELS } from './suggestions/suggest-channels.ts';
