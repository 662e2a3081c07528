import type { Schemas } from '../api/types';

/** What is asked, in the order of asking. */
export const purposes = ['ratingsForOthers', 'profileForPortraits'] as const satisfies Schemas['ConsentPurpose'][];

/** The version of the policy that these pages show: who agrees, agrees to this one. */
export const policyVersion = '2026-11';
