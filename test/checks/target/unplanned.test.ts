import unplanned from '../../../src/checks/target/unplanned.ts';
import { ruleCases } from '../../support/cases.ts';
import { goals } from './goals.ts';

ruleCases(
  unplanned,
  [[goals([], ['编印手册500本，已完成。']), '500本']],
  [
    goals(['编印手册500本。'], ['编印手册500本，已完成。']),
    goals([], ['接听咨询电话7千个，办理业务1100件。']),
    ['（一）绩效目标完成情况', '编印手册500本，已完成。'],
  ],
);
