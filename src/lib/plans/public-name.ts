// Names of files as the public sees them. People put numbers of other people into them, so what looks
// personal is covered there whatever was answered about the words of the page.
import { findPersonalData, maskPersonalData } from '#lib/platform/index.ts';

export function publicFileName(name: string): string {
  return maskPersonalData(name, findPersonalData(name));
}
