/** Relationships: which part of a package belongs to which, and what is linked from outside and never fetched. */
import type { Limits } from '../limits.js';
import type { Package } from './package.js';
import { elements, parseXml } from './xml.js';

/** One relationship. `kind` is the last word of its type (officeDocument, styles, image …) in either edition. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  /** Name of the part within the package, or the address when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** Relationships of a part ('' for the package itself), in the order of the file; none when there are none. */
export function readRelationships(pkg: Package, part: string, limits: Limits): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const bytes = pkg.part(name);
  if (bytes === null) return [];
  return elements(parseXml(bytes, { part: name, limits })).flatMap((element) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = element.attributes;
    if (id === undefined || type === undefined || target === undefined) return [];
    const external = mode === 'External';
    return [
      {
        id,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : resolve(folder, target),
        external,
      },
    ];
  });
}

/** A target relative to the folder of its source part, or absolute within the package. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
