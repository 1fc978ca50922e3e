import unreported from '../../../src/checks/target/unreported.ts';
import { ruleCases } from '../../support/cases.ts';
import { goals } from './goals.ts';

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
