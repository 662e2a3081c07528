/* What counts in a prediction, and who gets recommended. */

export const features = {
  none: 'No model says what counts.',
  sentence: (feature: string, model: string) => `In the model “${model}”, ${feature} counts most.`,
  kinds: {
    forest: { axis: 'share of what it explains', note: 'How much the questions about a feature have told the trees. Features that say the same share what they tell.' },
    ridge: { axis: 'stars for one more of the feature', note: 'Weights of features of different units: their order says less than their sign.' },
    blend: { axis: 'weight in the blend', note: 'How much each model has to say in the blend of models.' },
  } as Record<string, { axis: string; note: string }>,
  other: { axis: 'weight', note: '' },
  beside: 'No model in service has features, so a small forest was grown beside them only to say what stars depend on.',
  again: (feature: string, time: number) => `${feature} (${time})`,
  column: 'Feature',
  count: 'Weight',
} as const;

export const exposure = {
  none: 'Nobody is listed anything yet.',
  reach: (viewers: string, length: number, coverage: string) => `In lists of ${length} for ${viewers} viewers, ${coverage} of all films come up.`,
  tail: (films: string, places: string) => `The long tail, ${films} of the films, has half of the ratings and ${places} of the places in lists.`,
  sample: 'Lists of few viewers can’t show many films: among all viewers the share is higher and the Gini lower.',
  lorenz: {
    title: 'How unevenly it is shared',
    sentence: (places: string, ratings: string) => `The Gini coefficient is ${places} for places in lists and ${ratings} for ratings: 0 would be all films alike.`,
    axis: 'share of all, %',
    axisX: 'share of films, those with the least first, %',
    ratings: 'Ratings',
    places: 'Places in lists',
    even: 'All alike',
    films: 'Films',
  },
  tenths: {
    title: 'Popular films and the others',
    sentence: (places: string, ratings: string) => `The tenth of films with the most ratings has ${places} of the places in lists, and ${ratings} of the ratings.`,
    axis: 'share of places in lists, %',
    column: 'Films by ratings',
    names: ['Most rated tenth', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', 'Least rated tenth'],
    legend: 'A filled dot is places in lists, a ring is ratings.',
  },
} as const;
