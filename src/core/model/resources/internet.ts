import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** The drawn cloud; the endpoint `internet` exists without it. */
export const internetSchema = keepUnknown({ ...commonFields, kind: z.literal('internet') });
export type Internet = z.infer<typeof internetSchema>;
