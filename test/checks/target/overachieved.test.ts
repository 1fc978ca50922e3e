import overachieved from '../../../src/checks/target/overachieved.ts';
import { ruleCases } from '../../support/cases.ts';
import { goals } from './goals.ts';

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
