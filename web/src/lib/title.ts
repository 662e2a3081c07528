import { text } from './strings';

/** Names the tab and the entry of the history after the page; without words it is the house's own name. */
export function setTitle(page?: string): void {
  document.title = page ? `${page} – ${text.name}` : text.name;
}
