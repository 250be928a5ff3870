// Reads the sample commune from data/demo.
import { readFileSync } from 'node:fs';
import { DEMO_FILES, type DemoData, parseDemoData } from './demo-data.ts';

const FOLDER = new URL('../data/demo/', import.meta.url);

/** The sample commune: its plan's text, facts, acts, schedule, news and case figures. */
export function readDemoData(folder: URL = FOLDER): DemoData {
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  return parseDemoData({
    planText: read(DEMO_FILES.planText),
    commune: read(DEMO_FILES.commune),
    acts: read(DEMO_FILES.acts),
    schedule: read(DEMO_FILES.schedule),
    news: read(DEMO_FILES.news),
    caseFigures: read(DEMO_FILES.caseFigures),
    dispatches: read(DEMO_FILES.dispatches),
    commendations: read(DEMO_FILES.commendations),
    articles: read(DEMO_FILES.articles),
    pages: read(DEMO_FILES.pages),
    consultations: read(DEMO_FILES.consultations),
  });
}
