// Server door of the portal room.

export {
  endAlert,
  listAlerts,
  listLiveAlerts,
  prolongAlert,
  raiseAlert,
} from './alerts/alerts.server.ts';
export {
  addFormerAddresses,
  dropFormerAddress,
  FormerForm,
  FormerOnly,
  listFormerAddresses,
  listMissedAddresses,
} from './addresses/former.server.ts';
export { checkSite, type CheckedSection } from './checklist/site-checklist.server.ts';
export { readEffects, type EffectReading } from './effects/effects.server.ts';
export { asVietnamese } from './english/words.server.ts';
export { feedResponse } from './feeds.server.ts';
export {
  changeHomeDraft,
  dropHomeDraft,
  publishHomeDraft,
  readHomeDraft,
  readHomeLayout,
} from './home/arrange.server.ts';
export {
  readBesideArticle,
  readBesideDocument,
  readBesideProcedure,
} from './related/related.server.ts';
export { readVillagePage } from './villages/village-page.server.ts';
export { listHotlines, siteOf, type Hotline, type Site } from './site.server.ts';
export {
  countPageView,
  flushVisits,
  startVisitFlush,
  stopVisitFlush,
  type PageView,
} from './visits/count.server.ts';
export {
  noteMissed,
  noteSearch,
  readReadership,
  type ReadershipFigures,
} from './visits/readership.server.ts';
export { readAccessFigures, type AccessFigures } from './visits/figures.server.ts';
export { showHits } from './shown-hits.server.ts';
