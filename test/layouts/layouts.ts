import { JILIN, LIAONING } from './columns.ts';
import {
  ANHUI,
  CHONGQING,
  GUANGXI,
  GUIZHOU,
  HENAN,
  HUBEI,
  JIANGXI,
  SHANXI,
  SICHUAN,
  YUEYANG,
} from './extras.ts';
import { DALIAN, NINGBO, QINGDAO, XIZANG } from './forms.ts';
import { GANSU } from './gansu.ts';
import { GUANGDONG } from './guangdong.ts';
import { JIANGSU } from './jiangsu.ts';
import type { Layout } from './kit.ts';
import { FUJIAN, HEBEI, HEILONGJIANG, QINGHAI, TIANJIN } from './more.ts';
import { NEIMENGGU } from './neimenggu.ts';
import { BEIJING, GUANGDONG_PROJECT, HAINAN, HUNAN, NINGXIA, XINJIANG } from './odd.ts';
import { SHANDONG } from './shandong.ts';
import { SHANGHAI } from './shanghai.ts';
import { YUNNAN } from './yunnan.ts';
import { ZHEJIANG } from './zhejiang.ts';

/** Scoring tables as printed in as many places, each with what an audit must find in it. */
export const LAYOUTS: readonly Layout[] = [
  GUANGDONG,
  ZHEJIANG,
  YUNNAN,
  GANSU,
  NEIMENGGU,
  SHANDONG,
  JIANGSU,
  SHANGHAI,
  HENAN,
  HUBEI,
  SHANXI,
  GUIZHOU,
  ANHUI,
  SICHUAN,
  GUANGXI,
  CHONGQING,
  JIANGXI,
  YUEYANG,
  HEBEI,
  FUJIAN,
  QINGHAI,
  TIANJIN,
  HEILONGJIANG,
  HAINAN,
  XINJIANG,
  BEIJING,
  HUNAN,
  NINGXIA,
  GUANGDONG_PROJECT,
  LIAONING,
  JILIN,
  QINGDAO,
  XIZANG,
  NINGBO,
  DALIAN,
];
