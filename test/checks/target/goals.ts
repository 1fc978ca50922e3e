/** Two goals that are met, and what is given. */
export const goals = (targets: readonly string[], results: readonly string[]): readonly string[] => [
  '（一）绩效目标',
  '造林绿化3000亩。',
  '发放补贴200户。',
  ...targets,
  '（二）绩效目标完成情况',
  '造林绿化3000亩，已完成。',
  '发放补贴200户，已完成。',
  ...results,
];
