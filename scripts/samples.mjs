// Makes the reports of samples/ again: .docx by hand, .pdf and .doc from them by LibreOffice (npm run samples).
// The findings each must give stand beside it in <name>.expected.json and are not touched.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanDepartment, conclusionFirst, faultyDepartment } from './samples/departments.mjs';
import { cleanProject, faultyProject } from './samples/projects.mjs';
import { docx } from './samples/word.mjs';

const folder = fileURLToPath(new URL('../samples', import.meta.url));

const SAMPLES = [
  { name: '部门整体-无误', blocks: cleanDepartment, as: 'docx' },
  { name: '部门整体-有误', blocks: faultyDepartment, as: 'docx' },
  { name: '部门整体-有误-PDF', blocks: faultyDepartment, as: 'pdf' },
  { name: '结论在前-有误', blocks: conclusionFirst, as: 'pdf' },
  { name: '项目自评表-无误', blocks: cleanProject, as: 'doc' },
  { name: '项目自评表-有误', blocks: faultyProject, as: 'docx' },
];

const FILTERS = { pdf: 'pdf:writer_pdf_Export', doc: 'doc:MS Word 97' };

const scratch = mkdtempSync(path.join(tmpdir(), 'jihe-samples-'));
for (const { name, blocks, as } of SAMPLES) {
  const target = path.join(folder, `${name}.${as}`);
  if (as === 'docx') {
    writeFileSync(target, docx(blocks));
  } else {
    const source = path.join(scratch, `${name}.docx`);
    writeFileSync(source, docx(blocks));
    execFileSync('soffice', ['--headless', '--convert-to', FILTERS[as], '--outdir', scratch, source], {
      stdio: 'ignore',
    });
    copyFileSync(path.join(scratch, `${name}.${as}`), target);
  }
  console.log(path.relative(process.cwd(), target));
}
rmSync(scratch, { recursive: true });
