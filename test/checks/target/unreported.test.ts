import unreported from '../../../src/checks/target/unreported.ts';
import { ruleCases } from '../../support/cases.ts';
import { goals } from './goals.ts';

ruleCases(
  unreported,
  [
    [goals(['新设便民网点10处。'], []), null],
    [goals(['2023年新设便民网点10处。'], []), null],
    [goals(['到“十二五”末新设便民网点10处。'], []), null],
  ],
  [
    goals(['新设便民网点10处。'], ['新设便民网点10处，已完成。']),
    goals(['新设便民网点10处。'], ['便民网点已新设完毕。']),
    goals(['到2025年新设便民网点10处。'], []),
    goals(['到“十四五”末，新设便民网点10处。'], []),
    goals(['2025年底前，全面完成布局，新设便民网点10处。'], []),
    goals(['力争三年内新设便民网点10处。'], []),
    goals(['到2025年新设便民网点30处。', '2023年新设便民网点10处。'], ['新设便民网点10处。']),
    goals(['干部素质提升。'], []),
    goals(['人民调解1500件。'], ['调解案件1612件，完成率107.47%。']),
    goals(['救助困难妇女50人，每人1万元。'], ['救助困难妇女50人，发放救助金50万元。']),
    // A target in brackets is that of the figure before it, not of the first one of the sentence.
    goals([], ['改造厕所215户（目标200户），硬化道路7.4公里（目标7公里），安装路灯180盏（目标180盏）。']),
    [
      '（一）绩效目标',
      '新设便民网点10处。',
      '造林绿化3000亩。',
      '（二）绩效目标完成情况',
      '各项目标均已完成。',
    ],
  ],
);
