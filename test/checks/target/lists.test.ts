import { overachieved } from '../../../src/checks/target/overachieved.ts';
import { unplanned } from '../../../src/checks/target/unplanned.ts';
import { unreported } from '../../../src/checks/target/unreported.ts';
import { ruleCases } from '../../support/cases.ts';

/** Two goals that are met, and what is given. */
const goals = (targets: readonly string[], results: readonly string[]): readonly string[] => [
  '（一）绩效目标',
  '造林绿化3000亩。',
  '发放补贴200户。',
  ...targets,
  '（二）绩效目标完成情况',
  '造林绿化3000亩，已完成。',
  '发放补贴200户，已完成。',
  ...results,
];

ruleCases(
  unreported,
  [[goals(['新设便民网点10处。'], []), null]],
  [
    goals(['新设便民网点10处。'], ['新设便民网点10处，已完成。']),
    goals(['新设便民网点10处。'], ['便民网点已新设完毕。']),
    goals(['干部素质提升。'], []),
    [
      '（一）绩效目标',
      '新设便民网点10处。',
      '造林绿化3000亩。',
      '（二）绩效目标完成情况',
      '各项目标均已完成。',
    ],
  ],
);

ruleCases(
  unplanned,
  [[goals([], ['编印手册500本，已完成。']), '500本']],
  [
    goals(['编印手册500本。'], ['编印手册500本，已完成。']),
    goals([], ['接听咨询电话7千个，办理业务1100件。']),
    ['（一）绩效目标完成情况', '编印手册500本，已完成。'],
  ],
);

ruleCases(
  overachieved,
  [
    [goals(['培训农产品经纪人60名。'], ['培训农产品经纪人90名，已完成。']), '90名'],
    [goals(['编发简报不少于50期。'], ['编发简报80期，已完成。']), '80期'],
  ],
  [
    goals(['培训农产品经纪人60名。'], ['培训农产品经纪人77名，已完成。']),
    goals(['培训农产品经纪人60名。'], ['培训农产品经纪人90名，已完成，主要原因是新增两个乡镇。']),
    goals(['受访对象满意度60%。'], ['受访对象满意度95%，已完成。']),
    goals(['单场宣讲费用不超过800元。'], ['单场宣讲费用400元，已完成。']),
    goals(['走访群众约100户。'], ['走访群众180户，已完成。']),
  ],
);
