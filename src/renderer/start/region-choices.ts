import { regions } from '@core/aws/regions.ts';
import type { Choice } from '../controls/choice.ts';

/** Every Region by code and name. */
export const regionChoices: readonly Choice[] = regions.map(({ code, name }) => ({ value: code, label: code, sentence: name, keywords: [name] }));
