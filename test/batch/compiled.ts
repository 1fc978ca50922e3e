import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Below the project, so that the compiled modules find its packages. */
const outDir = join(root, 'node_modules', '.cache', 'jihe-batch-test');

/**
 * The batch module compiled from the sources as they are now. Worker threads run plain JavaScript only, and a
 * `dist` left from an earlier build would test yesterday's code.
 */
export async function compiledBatch(): Promise<typeof import('../../src/batch/index.ts')> {
  mkdirSync(outDir, { recursive: true });
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
        '-p',
        'tsconfig.build.json',
        '--outDir',
        outDir,
      ],
      { cwd: root, stdio: 'pipe' },
    );
  } catch {
    // A type error elsewhere is the type check's to report; what the compiler wrote is what is tested.
  }
  return import(pathToFileURL(join(outDir, 'batch', 'index.js')).href);
}
