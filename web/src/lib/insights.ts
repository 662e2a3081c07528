import { ProblemError } from './api/problem';

/*
 * What the service tells everyone of the model in service. Only what these pages show; whatever is missing is not shown.
 */
export interface Measured {
  value: number;
  low?: number | null;
  high?: number | null;
}

export interface Overview {
  modelVersion: string;
  trainedAt: string;
  data?: { takenAt: string; ratings: number; users: number; movies: number };
  lists?: string;
  stars?: string;
  why?: string;
  boards?: { goal: string; metric: string; protocol: string; items: { name: string; value?: Measured | null }[] }[];
}

export interface DataInsights {
  modelVersion: string;
  coverage: { people: number; films: number; ratings: number; filmsWithHalf: number };
  meanStars: number;
  stars: number[];
  timeline?: { years: { period: string; ratings: number }[] };
  genres?: { genre: string; year?: number | null; ratings: number; share: number; meanStars: number }[];
}

export interface Portrait {
  id: number;
  name: string;
  summary: string;
  size: number;
  share: number;
}

export interface PortraitsInsights {
  modelVersion: string;
  items: { portrait: Portrait }[];
  hidden: number;
  curve: { portraits: number; inertia: number; depth: number }[];
}

export interface ModelsInsights {
  modelVersion: string;
  contenders?: { name: string; goal: string; metric: string; value?: Measured | null; seconds: number; verdict: string }[];
  importances?: { model: string; feature: string; weight: number }[];
}

interface Parts {
  '': Overview;
  '/data': DataInsights;
  '/portraits': PortraitsInsights;
  '/models': ModelsInsights;
}

/** A part of the insights, or nothing where there is none (yet). */
export async function insights<P extends keyof Parts>(part: P): Promise<Parts[P] | undefined> {
  const response = await fetch(`/api/v1/insights${part}`, { credentials: 'same-origin' });
  if (response.status === 404) return undefined;
  if (!response.ok) {
    const problem = { title: response.statusText, status: response.status, code: response.status === 429 ? 'rate_limited' : 'internal_error', detail: '', traceId: '' };
    throw new ProblemError(problem);
  }
  return (await response.json()) as Parts[P];
}

/** The others that can't be told apart from the first: their whiskers reach as far as its own. */
export function ties(items: readonly { name: string; value?: Measured | null }[]): string[] {
  const [first, ...others] = items;
  if (typeof first?.value?.low !== 'number' || typeof first.value.high !== 'number') return [];
  const [low, high] = [first.value.low, first.value.high];
  return others.filter(({ value }) => typeof value?.low === 'number' && typeof value.high === 'number' && value.low <= high && low <= value.high).map((one) => one.name);
}

/** Where the elbow curve bends most. */
export function bend(curve: PortraitsInsights['curve']): number | undefined {
  return [...curve].sort((a, b) => b.depth - a.depth)[0]?.portraits;
}
