import type { Handlers } from '../context.ts';
import { diagnoseFirm, diagnosisTargets, nearMisses } from '../diagnosis.ts';

/** Diagnosis against standards (对标诊断). */
export const diagnosisHandlers: Handlers<'diagnosis.targets' | 'diagnosis.get' | 'diagnosis.nearMiss'> = {
  'diagnosis.targets': (context, { asOf }) => diagnosisTargets(context.open(), asOf),
  'diagnosis.get': (context, input) => diagnoseFirm(context.open(), input),
  'diagnosis.nearMiss': (context, input) => nearMisses(context.open(), input),
};
