/** Formulas of the equation editor (m:oMath) in linear form: 668.89/752.48, 43/(34+11), 120m^2. */
import { child, elements, textOf, type XmlElement } from '../ooxml/xml.js';

const REMOVED = new Set(['w:del', 'w:moveFrom', 'm:ctrlPr']);
const isOperand = (text: string): boolean =>
  /^[^\s+\-−×÷*/=<>≤≥,，()（）]*$/u.test(text) || /^[（(][^()（）]*[)）]$/u.test(text);
const grouped = (text: string): string => (isOperand(text) ? text : `(${text})`);

/** The linear form of a formula or a part of one. Depth is bounded by the parser. */
export function linear(element: XmlElement): string {
  const inner = (name: string): string => {
    const part = child(element, name);
    return part === undefined ? '' : linear(part);
  };
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textOf(element);
    case 'm:f':
      return fraction(element, inner('m:num'), inner('m:den'));
    case 'm:sSup':
      return `${grouped(inner('m:e'))}^${grouped(inner('m:sup'))}`;
    case 'm:sSub':
      return `${inner('m:e')}_${grouped(inner('m:sub'))}`;
    case 'm:sSubSup':
      return `${inner('m:e')}_${grouped(inner('m:sub'))}^${grouped(inner('m:sup'))}`;
    case 'm:sPre':
      return `${inner('m:e')}_${grouped(inner('m:sub'))}^${grouped(inner('m:sup'))}`;
    case 'm:rad': {
      const degree = inner('m:deg');
      return `${degree === '' ? '' : `${degree}`}√(${inner('m:e')})`;
    }
    case 'm:d':
      return delimited(element);
    case 'm:nary':
      return nary(element, inner('m:sub'), inner('m:sup'), inner('m:e'));
    case 'm:func':
      return `${inner('m:fName')}(${inner('m:e')})`;
    case 'm:limLow':
    case 'm:limUpp':
      return `${inner('m:e')}(${inner('m:lim')})`;
    case 'm:eqArr':
      return elements(element, 'm:e').map(linear).join('；');
    case 'm:m':
      return elements(element, 'm:mr')
        .map((row) => elements(row, 'm:e').map(linear).join('，'))
        .join('；');
    default:
      return elements(element)
        .filter(({ name }) => !REMOVED.has(name) && !name.endsWith('Pr'))
        .map(linear)
        .join('');
  }
}

function fraction(element: XmlElement, top: string, bottom: string): string {
  const type = child(child(element, 'm:fPr'), 'm:type')?.attributes['m:val'];
  return type === 'noBar' ? `(${top}，${bottom})` : `${grouped(top)}/${grouped(bottom)}`;
}

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const sign = (name: string, usual: string): string => child(properties, name)?.attributes['m:val'] ?? usual;
  return `${sign('m:begChr', '(')}${elements(element, 'm:e').map(linear).join(sign('m:sepChr', '|'))}${sign('m:endChr', ')')}`;
}

function nary(element: XmlElement, low: string, high: string, body: string): string {
  const sign = child(child(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫';
  return `${sign}${low === '' ? '' : `_(${low})`}${high === '' ? '' : `^(${high})`}${grouped(body)}`;
}
