// Door of the portal room: what the public sees. Pure.

export { openApi } from './api/openapi.ts';
export { isOpenData, OPEN_HEADERS, PROBLEM_TYPE, problemOf } from './api/problem.ts';
export {
  ApiAct,
  ApiArticle,
  ApiAudio,
  ApiCaseMonth,
  ApiCoverage,
  ApiDocument,
  ApiFile,
  ApiPage,
  ApiPlan,
  ApiProblem,
  ApiProcedure,
  ApiTopic,
  ApiWholeArticle,
  ApiWholeDocument,
  listOf,
} from './api/schemas.ts';
export {
  quantityWords,
  topicViews,
  type PublicTopic,
  type ShownAct,
  type TopicMonth,
  type TopicView,
} from './coverage-view.ts';
export {
  blocksAt,
  countHome,
  HOME_BLOCK_IDS,
  HOME_PLACES,
  HOME_STEPS,
  homeBlock,
  stepHome,
  type HomeBlockId,
  type HomeLayout,
  type HomePlace,
} from './home/blocks.ts';
export { calendarFile, type DueEntry } from './calendar-file.ts';
export { describeOffice, nameOffice } from './described-office.ts';
export { documentBlocks, type Block, type ListItem } from './document-body.ts';
export type { FeedEntry } from './feed-entry.ts';
export { feedLinks, findFeedFormat, type FeedFormat } from './feed-files.ts';
export { readableAddress } from './addresses/former.ts';
export { isFormerQuery } from './addresses/former-query.ts';
export { keptAddresses } from './kept-addresses.ts';
export {
  COLOURS,
  dressPage,
  LOOK_COOKIE,
  LOOK_KEPT_FOR,
  readLook,
  TEXT_SIZES,
  usualLook,
  writeLook,
  type Colours,
  type TextSize,
} from './look.ts';
export { markWords, spellAlike, type MarkedText } from './marked-words.ts';
export {
  SEARCH_KINDS,
  searchAddress,
  searchQuestionOf,
  type SearchQuestion,
} from './search-question.ts';
export { monthUrl, planResultUrl, topicUrl } from './result-urls.ts';
export { robotsTxt, sitemapXml, type SitemapEntry } from './sitemap.ts';
export { wordsIn, type Words } from './words/frame.ts';
export { actWords } from './words/act-kinds.ts';
export { englishType } from './words/document-types.ts';
export { commentFaults, type CommentFaults } from './words/comment-faults.ts';
export { consultationWords } from './words/consultations.ts';
export { documentWords } from './words/documents.ts';
export { figureWords } from './words/figures.ts';
export { newsWords } from './words/news.ts';
export { planWords } from './words/plans.ts';
export { occasionWords } from './words/occasions.ts';
export { registerValue, type Worded } from './words/register-values.ts';
export { procedureWords } from './words/procedure.ts';
export { englishGroup, englishSection } from './words/site-sections.ts';
export { siteWords } from './words/site.ts';
export { searchWords } from './words/search.ts';
export { sheetWords } from './words/sheets.ts';
export { termFaults } from './words/term-faults.ts';
export { calculatorWords } from './words/terms.ts';
export { villageWords } from './words/villages.ts';
export { waysFor, wayWords } from './words/ways.ts';
export { findWays, ways, type Way } from './ways.ts';
export { stretchNames, untilInWords, urgencyNames, type Alert } from './alerts/alert.ts';
export { AlertAgain, AlertForm } from './alerts/alert-form.ts';
export type { Beside } from './related/related.ts';
export { can as canInPortal, portalPermissions } from './permissions.ts';
export { counterLines, drawCounter, type CounterLine } from './visits/drawing.ts';
export { answerTerm, type DrawnMonth, type TermAnswer } from './term-answer.ts';
export { readTermQuestion, termWords, type TermAsked, type TermQuestion } from './term-question.ts';
