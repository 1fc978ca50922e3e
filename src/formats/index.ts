import type { BatchFormat, Format, ReportFormat } from './format.js';

// What is said of each format stands here; the file that makes it is loaded when it is first asked for, so that a run
// starts its workers without waiting for outputs it does not make.

export const text: BatchFormat = {
  name: 'text',
  summary: '终端文本（默认）',
  extension: 'txt',
  binary: false,
  scope: 'batch',
  render: async (...given) => (await import('./text.js')).render(...given),
};

export const json: BatchFormat = {
  name: 'json',
  summary: 'JSON（jihe/1），供程序读取，数字一律为字符串',
  extension: 'json',
  binary: false,
  scope: 'batch',
  render: async (result) => (await import('./json.js')).render(result),
};

export const xlsx: BatchFormat = {
  name: 'xlsx',
  summary: 'Excel 工作簿：汇总、问题清单、复算表、未能核查',
  extension: 'xlsx',
  binary: true,
  scope: 'batch',
  render: async (result) => (await import('./xlsx.js')).render(result),
};

export const docx: ReportFormat = {
  name: 'docx',
  summary: '每份报告一个 Word 文件：.docx 原文加批注，PDF 和 .doc 出审核意见',
  extension: 'docx',
  binary: true,
  scope: 'report',
  render: async (...given) => (await import('./docx.js')).render(...given),
};

export const html: BatchFormat = {
  name: 'html',
  summary: '网页（单个文件，可打印，不联网）',
  extension: 'html',
  binary: false,
  scope: 'batch',
  render: async (...given) => (await import('./html.js')).render(...given),
};

export const md: BatchFormat = {
  name: 'md',
  summary: 'Markdown',
  extension: 'md',
  binary: false,
  scope: 'batch',
  render: async (result) => (await import('./md.js')).render(result),
};

export const csv: BatchFormat = {
  name: 'csv',
  summary: '问题清单（CSV，Excel 可直接打开）',
  extension: 'csv',
  binary: false,
  scope: 'batch',
  render: async (result) => (await import('./csv.js')).render(result),
};

export const sarif: BatchFormat = {
  name: 'sarif',
  summary: 'SARIF 2.1.0，供问题管理系统汇集',
  extension: 'sarif',
  binary: false,
  scope: 'batch',
  render: async (...given) => (await import('./sarif.js')).render(...given),
};

/** Every output format: one file each, listed here and nowhere else. */
export const FORMATS: readonly Format[] = [text, json, xlsx, docx, html, md, csv, sarif];

/** The format of that name, null when there is none. */
export const formatNamed = (name: string): Format | null =>
  FORMATS.find((format) => format.name === name) ?? null;
