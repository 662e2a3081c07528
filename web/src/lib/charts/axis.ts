import { count, decimal } from '../intl';
import { digitsOf, logPlaceOf, logTicks, placeOf, ticks } from './scale';

/** An axis from end to end: where values lie on it, and what is written at its steps. */
export interface Axis {
  /** What is measured, with its unit. */
  name: string;
  steps: readonly number[];
  isLog: boolean;
  write: (value: number) => string;
}

/** An axis on which the same distance is the same difference. */
export function linear(name: string, values: readonly number[], about = 4): Axis {
  const steps = ticks(Math.min(...values), Math.max(...values), about);
  return { name, steps, isLog: false, write: (value) => decimal(value, digitsOf(steps)) };
}

/** The same for years and for what is counted: between two of them there is nothing to write. */
export function whole(name: string, values: readonly number[], about = 4): Axis {
  return { name, steps: ticks(Math.floor(Math.min(...values)), Math.ceil(Math.max(...values)), about, true), isLog: false, write: String };
}

/** An axis on which the same distance is the same ratio; only for values above zero. */
export function logarithmic(name: string, values: readonly number[]): Axis {
  return { name, steps: logTicks(Math.min(...values), Math.max(...values)), isLog: true, write: (value) => (value >= 1 ? count(value) : String(value)) };
}

/** Where a value lies, in pixels. */
export function along(axis: Axis, value: number, from: number, to: number): number {
  return (axis.isLog ? logPlaceOf : placeOf)(value, axis.steps[0] ?? 0, axis.steps.at(-1) ?? 1, from, to);
}
