/** Plants faults in generated reports, audits them through the public interface and counts what was found. */
import type { Document } from '../../src/documents/model.ts';
import type { FindingResult, ReportResult } from '../../src/formats/result.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { toDocument } from './document.ts';
import { toDocx } from './docx.ts';
import type { Draft } from './draft.ts';
import type { Fault, Planted } from './faults/fault.ts';
import { FIGURE_FAULTS } from './faults/figures.ts';
import { GOAL_FAULTS } from './faults/goals.ts';
import { SCORE_FAULTS } from './faults/scores.ts';
import { TEXT_FAULTS } from './faults/texts.ts';
import { LAYOUTS } from './layouts/index.ts';
import { Random } from './random.ts';
import { makeScenario } from './scenario.ts';

export const FAULTS: readonly Fault[] = [...FIGURE_FAULTS, ...GOAL_FAULTS, ...SCORE_FAULTS, ...TEXT_FAULTS];

/** The audit as a user of the package calls it. */
export interface Auditor {
  readonly auditDocument: (document: Document, options: { rubric?: Rubric | null }) => Promise<ReportResult>;
  readonly audit: (bytes: Uint8Array, options: { rubric?: Rubric | null }) => Promise<ReportResult>;
}

/** One report that was audited, with the fault it holds. */
export interface Trial {
  readonly seed: string;
  readonly layout: number;
  readonly fault: Fault | null;
  readonly planted: Planted | null;
  readonly draft: Draft;
  /** Findings that name the fault; empty when it was missed. */
  readonly hits: readonly FindingResult[];
  /** Errors and warnings that belong to no fault. */
  readonly false: readonly FindingResult[];
}

/** Every `DOCX_SHARE`-th report goes through the bytes of a Word file. */
const DOCX_SHARE = 6;

const ATTEMPTS = 40;

/** Writes one report, with a fault or without; null when this scenario has no place for the fault. */
export function write(
  seed: string,
  layoutId: number,
  fault: Fault | null,
): { draft: Draft; planted: Planted | null } | null {
  const layout = LAYOUTS.find(({ id }) => id === layoutId);
  if (!layout) throw new RangeError(`no layout ${layoutId}`);
  const scenario = makeScenario(new Random(seed), layoutId);
  const random = new Random(`${seed}/${fault?.name ?? 'clean'}`);
  const before = fault?.before?.(scenario, random) ?? null;
  if (fault?.before && !before) return null;
  const draft = layout.write(scenario);
  const after = fault?.after?.(draft, scenario, random) ?? null;
  if (fault?.after && !after) return null;
  return { draft, planted: before ?? after };
}

/** Whether a finding speaks of the planted fault: an accepted rule, and words of the place. */
function names(finding: FindingResult, fault: Fault, planted: Planted): boolean {
  if (finding.rule !== fault.rule && !fault.also.includes(finding.rule)) return false;
  const said = [finding.message, ...finding.evidence.map(({ quote }) => quote)].join('\n');
  return planted.anchors.some((anchor) => said.includes(anchor));
}

async function trial(
  auditor: Auditor,
  ordinal: number,
  seed: string,
  layout: number,
  fault: Fault | null,
): Promise<Trial | null> {
  const written = write(seed, layout, fault);
  if (!written) return null;
  const { draft, planted } = written;
  const options = { rubric: planted?.rubric ?? null };
  const result =
    ordinal % DOCX_SHARE === 0 && !planted?.losses
      ? await auditor.audit(toDocx(draft), options)
      : await auditor.auditDocument(toDocument(draft, planted?.losses), options);
  const hits = fault && planted ? result.findings.filter((finding) => names(finding, fault, planted)) : [];
  const accepted = fault ? [fault.rule, ...fault.also] : [];
  const stray = result.findings.filter(
    (finding) =>
      finding.severity !== 'notice' &&
      !hits.includes(finding) &&
      !(hits.length > 0 && accepted.includes(finding.rule)),
  );
  return { seed, layout, fault, planted, draft, hits, false: stray };
}

/** Audits clean reports, the layouts in turn. */
export async function cleanTrials(auditor: Auditor, seed: string, count: number): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const layout = LAYOUTS[ordinal % LAYOUTS.length]?.id ?? 1;
    const done = await trial(auditor, ordinal, `${seed}/clean/${ordinal}`, layout, null);
    if (done) trials.push(done);
  }
  return trials;
}

/** Plants every kind of fault in turn, each in the layouts where it can stand. */
export async function faultTrials(
  auditor: Auditor,
  seed: string,
  count: number,
  only: readonly Fault[] = FAULTS,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const fault = only[ordinal % only.length];
    if (!fault) break;
    const layouts = fault.layouts ?? LAYOUTS.map(({ id }) => id);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const layout = layouts[(Math.floor(ordinal / only.length) + attempt) % layouts.length] ?? 1;
      const done = await trial(
        auditor,
        ordinal,
        `${seed}/${fault.name}/${ordinal}/${attempt}`,
        layout,
        fault,
      );
      if (!done) continue;
      trials.push(done);
      break;
    }
  }
  return trials;
}
