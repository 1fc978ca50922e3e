import { fold, squeeze } from '../../language/fold.js';
import { clauses, type Stretch, segments } from '../../language/sentences.js';

/** 某文化宫为直属事业单位, 为公益一类事业单位: a clause that says what kind of unit its subject is. */
const KIND_OF_UNIT =
  /^(?<name>[^，,。；;]{0,30}?)(?:为|是|系|属于?)(?<kind>[^，,。；;]{0,20}(?:单位|机构|部门|组织|社团))$/u;
/** Words for a unit below another one. */
const BELOW = /直属|下属|所属|下设|下辖|二级|管理的|挂靠|归口/u;
/** So many last characters of a unit's name are its own. */
const OWN_ENDING = 3;

/**
 * Where a text speaks of another unit than the report's: from the clause that introduces it as a unit of some kind to
 * the end of its part between semicolons. 文化宫为直属事业单位，编制15人: the posts are that unit's.
 */
export function spokenOfOthers(text: string, unit: string | null): readonly Stretch[] {
  if (!/单位|机构|部门|组织|社团/u.test(text)) return [];
  return segments(text).flatMap((segment): readonly Stretch[] => {
    const parts = clauses(segment.text);
    const at = parts.findIndex((part, i) => isOther(part.text, parts[i - 1]?.text ?? '', unit));
    const from = parts[at];
    return from === undefined
      ? []
      : [{ text: segment.text.slice(from.start), start: segment.start + from.start, end: segment.end }];
  });
}

function isOther(clause: string, before: string, unit: string | null): boolean {
  const match = KIND_OF_UNIT.exec(bare(clause));
  if (match === null) return false;
  const name = (match.groups?.name || bare(before)).replace(/(?:机关|本级)$/u, '');
  if (name.length < OWN_ENDING || /^(?:我|本|该|单位|部门)|我[局馆会部委办院校厅处所站社队]$/u.test(name))
    return false;
  if (unit === null) return BELOW.test(name + (match.groups?.kind ?? ''));
  const own = squeeze(fold(unit));
  return !own.includes(name) && !name.includes(own.slice(-OWN_ENDING));
}

const bare = (clause: string): string =>
  squeeze(fold(clause))
    .replace(/[，,。；;:]+$/u, '')
    .replace(/^[(（]?[一二三四五六七八九十\d]+[)）、.]/u, '');
