import { api } from './api/client';
import { ProblemError } from './api/problem';
import type { Schemas } from './api/types';

export type Overview = Schemas['InsightsOverview'];
export type DataInsights = Schemas['DataInsights'];
export type PortraitsInsights = Schemas['PortraitsInsights'];
export type CorrelationInsights = Schemas['CorrelationInsights'];
export type ModelsInsights = Schemas['ModelsInsights'];
export type Readiness = Schemas['ReadyAnswer'];

/** What the service tells everyone of the model in service; nothing where there is none (yet). */
export const insights = {
  overview: () => orNothing(api.GET('/api/v1/insights')),
  data: () => orNothing(api.GET('/api/v1/insights/data')),
  portraits: () => orNothing(api.GET('/api/v1/insights/portraits')),
  correlations: () => orNothing(api.GET('/api/v1/insights/correlations')),
  models: () => orNothing(api.GET('/api/v1/insights/models')),
};

async function orNothing<T>(asked: Promise<{ data?: T }>): Promise<T | undefined> {
  try {
    return (await asked).data;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return undefined;
    throw error;
  }
}

/** Asks once, however many parts of a page want the answer; a failure is forgotten, so that asking again is worth it. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

interface Measured {
  value: number;
  low?: number | null;
  high?: number | null;
}

/** The others that can't be told apart from the first: their whiskers reach as far as its own. */
export function ties(items: readonly { name: string; value?: Measured | null }[]): string[] {
  const [first, ...others] = items;
  if (typeof first?.value?.low !== 'number' || typeof first.value.high !== 'number') return [];
  const [low, high] = [first.value.low, first.value.high];
  return others.filter(({ value }) => typeof value?.low === 'number' && typeof value.high === 'number' && value.low <= high && low <= value.high).map((one) => one.name);
}

/** The one with the most of something. */
export function greatest<T>(all: readonly T[], of: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || of(one) > of(best) ? one : best), undefined);
}

/** The outermost ring for all portraits: of the genre that any of them has most of, in halves. */
export const outermost = (items: PortraitsInsights['items']): number =>
  Math.max(2, Math.ceil(2 * Math.max(0, ...items.flatMap((item) => item.radar.map((taste) => taste.lift)))) / 2);

/** With a capital at its beginning. */
export const upper = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);
