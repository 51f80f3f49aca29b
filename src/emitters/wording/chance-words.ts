// How likely it is to be in time, as people say it.

import { isOpenChance, type Likelihood, surelyOnTime } from '../../domain/likelihood.ts';
import type { Words } from './words.ts';

/** The chance that can be promised; where that is none and yet not lost, that it is not known. */
export function chanceText(likelihood: Likelihood, words: Words): string {
  return isOpenChance(likelihood) ? words.chanceOpen : words.chance(surelyOnTime(likelihood));
}
