import type { BatchFormat } from './format.js';

/** The JSON of the contract, schema jihe/1: the result as it is, decimals as strings, file names untouched. */
export const json: BatchFormat = {
  name: 'json',
  summary: 'JSON（jihe/1），供程序读取，数字一律为字符串',
  extension: 'json',
  binary: false,
  scope: 'batch',
  render: (result) => `${JSON.stringify(result, null, 2)}\n`,
};
