/* How well the models do, who competed, and what has changed. */

export const boards = {
  best: (name: string, metric: string, value: string) => `${name} is first, with ${metric} of ${value}.`,
  tie: (names: string) => `Its whisker overlaps with that of ${names}: between them, the order may be chance.`,
  decisive: { rmse: 'a root mean square error (lower is better)', ndcg: 'nDCG (higher is better)' } as Record<string, string>,
  axis: { rmse: 'stars off (RMSE), lower is better', ndcg: 'nDCG, higher is better' } as Record<string, string>,
  segment: 'Of whom or what',
  model: 'Model',
  low: 'From',
  high: 'To',
  seconds: 'Training, s',
  size: 'Size, kB',
  scoring: 'Scoring, µs',
  asked: (protocol: string, training: string, test: string) => `${protocol} Learned from ${training} ratings, asked about ${test}.`,
  all: 'All measures',
  settings: 'How each was set',
  defaults: 'as usual',
} as const;

export const contenders = {
  table: 'How each did',
  head: { name: 'Model', goal: 'For', value: 'Measured', difference: 'Against the one to beat', seconds: 'Took', verdict: 'What became of it' },
  range: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  seconds: (seconds: string) => `${seconds} s`,
} as const;

export const drift = {
  first: 'This is the first model: there is none before it to compare with.',
  films: (share: string) => `${share} of the films that viewers were listed by the model before they would still be listed.`,
  unread: 'The model before can’t be read any more, so its lists can’t be compared.',
  data: (before: string, now: string, people: string, peopleNow: string) => `It learned from ${now} ratings of ${peopleNow} people; the one before from ${before} of ${people}.`,
  metrics: 'Measured then and now',
  metricsSentence: (name: string, before: string, now: string) => `${name} was ${before} and is ${now}. Each was measured on the latest ratings of its time.`,
  metricsNone: 'Nothing was measured of both.',
  portraits: 'Portraits then and now',
  portraitsSentence: (name: string, before: string, now: string) => `“${name}” changed most: from ${before} to ${now} of the viewers.`,
  portraitsAxis: 'share of viewers, %',
  legend: 'A filled dot is now, a ring is then.',
  then: 'Then',
  now: 'Now',
  by: 'Difference',
  measure: 'Measure',
  since: (version: string) => `The model before is ${version}.`,
} as const;
