import { api } from '../api/client';
import type { Schemas } from '../api/types';
import { insights, outermost, type PortraitsInsights } from '../insights';

export type OwnPortrait = Schemas['PortraitInfo'] & {
  /** What its viewers watch; empty where the model in service tells nothing of it. */
  radar: PortraitsInsights['items'][number]['radar'];
  /** The outermost ring of all portraits. */
  most: number;
};

/**
 * The kind of viewer that who is signed in is, asked for anew: what is known of the account may be older than their latest stars. Nothing where they
 * do not want to be told, nothing tells it yet, or it can't be had: pages do without it.
 */
export async function ownPortrait(): Promise<OwnPortrait | undefined> {
  const [me, all] = await Promise.allSettled([api.GET('/api/v1/me'), insights.portraits()]);
  const own = me.status === 'fulfilled' ? me.value.data?.portrait : undefined;
  if (!own) return undefined;
  const items = (all.status === 'fulfilled' && all.value?.items) || [];
  return { ...own, radar: items.find(({ portrait }) => portrait.id === own.id)?.radar ?? [], most: outermost(items) };
}
