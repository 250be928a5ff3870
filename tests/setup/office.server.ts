// The office that the browser journeys share: started once for a whole run, ended after it.
import type { TestProject } from 'vitest/node';
import { startOffice } from '../support/office.server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the office's home page, with a slash at the end. */
    officeUrl: string;
    /** Everything `loa start` printed until it was ready: the demo passwords are in it. */
    officeWords: string;
  }
}

/** Vitest's global set-up: provides `officeUrl` and `officeWords`, and returns what ends the office. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const office = await startOffice();
  project.provide('officeUrl', office.url);
  project.provide('officeWords', office.words);
  return () => office.end();
}
