import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { test } from 'vitest';
import { readDocument } from '../../../src/documents/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
const S = '/work/shared/reports/';
const flat = (d: any) => d.blocks.flatMap((b: any) => b.kind === 'paragraph' ? [`P ${b.stratum} ${b.number ?? ''}|${b.text}|${b.where.paragraph}|h${b.headingLevel}`] : [`T ${b.rowCount}x${b.columnCount} ${b.gridCertain}`, ...b.cells.map((c: any) => `  r${c.row}c${c.column} ${c.rowSpan}x${c.colSpan} ${JSON.stringify(c.text)} ${JSON.stringify(c.nested.map((n: any) => n.cells.map((x: any) => x.text)))}`)]);
test('cmp', async () => {
  for (const set of ['practice', 'word', 'wuling']) for (const f of readdirSync('/tmp/docs/' + set)) {
    if (!f.endsWith('.doc')) continue;
    const base = f.replace(/\.doc$/, '');
    const src = [`${S}${set}/${base}.docx`, `${S}${set}/${base}.docm`].find(existsSync)!;
    let a: any, b: any;
    try { a = await readDocument(readFileSync(src), DEFAULT_LIMITS); } catch (e) { console.log(f, 'DOCX', String(e)); continue; }
    try { b = await readDocument(readFileSync(`/tmp/docs/${set}/${f}`), DEFAULT_LIMITS); } catch (e) { console.log(f, 'DOC', String(e)); continue; }
    const x = flat(a), y = flat(b);
    const d: string[] = [];
    const xs = new Set(x), ys = new Set(y);
    for (const l of x) if (!ys.has(l)) d.push('- ' + l);
    for (const l of y) if (!xs.has(l)) d.push('+ ' + l);
    const fu = (z: any) => JSON.stringify(z.furniture.map((p: any) => [p.stratum, p.text, p.where.paragraph]));
    if (fu(a) !== fu(b)) d.push('- FURN ' + fu(a), '+ FURN ' + fu(b));
    const rv = (z: any) => JSON.stringify(z.revisions.map((p: any) => [p.kind, p.text, p.accepted, p.rejected, p.where.row]));
    if (rv(a) !== rv(b)) d.push('- REV ' + rv(a), '+ REV ' + rv(b));
    const ls = (z: any) => JSON.stringify(z.losses.map((p: any) => [p.kind, p.quote, p.message]));
    if (ls(a) !== ls(b)) d.push('- LOSS ' + ls(a), '+ LOSS ' + ls(b));
    console.log(`${set}/${f}: ${x.length} lines, ${d.length} differences\n${d.slice(0, 14).map((l) => l.slice(0, 400)).join('\n')}`);
  }
});
