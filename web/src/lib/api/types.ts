/** The shapes of the HTTP API, generated from its OpenAPI document by `npm run types`. */
import type { components, operations } from '../../../generated/schema';

export type Schemas = components['schemas'];
export type Operations = operations;

export type Film = Schemas['MovieSummary'];
export type FilmDetails = Schemas['MovieDetails'];
export type FilmLine = Schemas['FilmLine'];
export type Recommended = Schemas['RecommendedItem'];
export type Reason = Schemas['Reason'];
export type Row = Schemas['RowItem'];
export type RecommendationPage = Schemas['RecommendationPage'];
export type SentRating = Schemas['SentRating'];
export type FirstPageChange = Schemas['FirstPageChange'];
export type StarEstimate = Schemas['StarEstimate'];
export type ShelfName = 'watchlist' | 'seen' | 'not-interested';
