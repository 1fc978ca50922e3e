import { strToU8, zipSync } from 'fflate';
import { PACKED_ON } from '../../documents/ooxml/own-output.js';

/** An Office file from its parts: path in the package to XML text, or bytes taken over as they are. */
export function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: PACKED_ON });
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One relationship of a package part. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relationships = (
  office: readonly Relationship[],
  others: readonly Relationship[] = [],
): string =>
  `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
    ...office.map((one) => ({ ...one, type: `${OFFICE}/${one.type}` })),
    ...others,
  ]
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The list of part types; every XML part is named with its own, those that are not an Office document's in full. */
export const contentTypes = (
  parts: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): string =>
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ...Object.entries(parts).map(([name, type]) => [
      name,
      `application/vnd.openxmlformats-officedocument.${type}+xml`,
    ]),
    ...Object.entries(others),
  ]
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
