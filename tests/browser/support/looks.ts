import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until a page shows what it is going to show: nothing is being fetched and nothing moves. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeAttached();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  // What is in a closed part of the page never gets to the end of its transition.
  await page.evaluate(() =>
    Promise.race([Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))), new Promise((enough) => setTimeout(enough, 500))]),
  );
}

/** What waits until it is about to be seen comes at once, as it does before a page is printed. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await settled(page);
}

/** What axe-core finds wrong, one line for each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    () => (globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`));
}

/** How far the page can be scrolled sideways, what sticks out, and which films of a list are wider than their place in it. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    // A plain button at the edge is aligned by its words: its padding, one step of eight pixels, hangs over.
    const hanging = 8;
    const wider = [...document.querySelectorAll('main li')].filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + hanging);
    if (document.documentElement.scrollWidth <= wide) return wider.map((one) => `“${(one.textContent ?? '').trim().slice(0, 40)}” by ${one.scrollWidth - one.clientWidth} px`);
    const beyond = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > wide + 1);
    return [`scrolls by ${document.documentElement.scrollWidth - wide} px`, ...beyond.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.className}`)];
  });
}

/** What can be pressed and is smaller than 24 by 24 pixels; links within a sentence may be (WCAG 2.5.8), and so may what has room around it. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role="option"]')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !one.closest('.hidden-visually, [aria-hidden="true"], .stars') && one.tabIndex >= 0,
    );
    // A control is as large as the label around it.
    const boxes = targets.map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }));
    const isInline = (one: HTMLElement): boolean => one.tagName === 'A' && getComputedStyle(one).display === 'inline' && (one.parentElement?.textContent ?? '').trim() !== (one.textContent ?? '').trim();
    const isNear = ({ box }: { box: DOMRect }, [x, y]: readonly [number, number]): boolean =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < least / 2;
    return boxes
      .filter(({ one, box }) => box.width > 0 && (box.width < least || box.height < least) && !isInline(one))
      .filter(({ one, box }) => boxes.some((other) => other.one !== one && !other.one.contains(one) && isNear(other, [box.left + box.width / 2, box.top + box.height / 2])))
      .map(({ one, box }) => `${one.tagName.toLowerCase()} “${(one.ariaLabel ?? one.textContent ?? '').trim().slice(0, 40)}” ${Math.round(box.width)}×${Math.round(box.height)}`);
  });
}

/** Begins to count how much what is seen has been pushed about; the sum of all windows is above any one of them. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { __shifted: number; __shifts: string[] };
    [counted.__shifted, counted.__shifts] = [0, []];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] })[]) {
        if (entry.hadRecentInput) continue;
        counted.__shifted += entry.value;
        counted.__shifts.push(`${entry.value.toFixed(4)} ${(entry.sources ?? []).map((one) => (one.node as Element | null)?.nodeName + '.' + ((one.node as Element | null)?.className ?? '')).join(' ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export function shifts(page: Page): Promise<{ sum: number; of: string[] }> {
  return page.evaluate(() => {
    const counted = globalThis as unknown as { __shifted: number; __shifts: string[] };
    return { sum: counted.__shifted, of: counted.__shifts };
  });
}
