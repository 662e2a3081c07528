import { resolve } from 'node:path';

/** What a run leaves behind. */
export const output = resolve(import.meta.dirname, '../output');
