import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of real reports that stands beside the repository where it is available. */
const FOLDER = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));

/** Whether the real reports are there. Where they are not, tests that need them say so and are skipped; in CI they fail. */
export const haveSharedReports = existsSync(FOLDER);
if (!haveSharedReports) {
  if (process.env.CI) throw new Error('the real reports are missing: ../shared/reports');
  console.warn('skipped: tests on real reports, ../shared/reports is not there');
}

export const sharedReport = (path: string): Uint8Array => new Uint8Array(readFileSync(FOLDER + path));
export const sharedJson = (path: string): unknown => JSON.parse(readFileSync(FOLDER + path, 'utf8'));
