/* Every page as a guest and as a viewer, at both sizes and in both themes: looked over by axe, measured, and kept as a picture. */
import { join } from 'node:path';
import { lookAround } from '../support/accounts';
import { axeFindings, countShifts, settled, shifts, sticksOut, tooSmall, unfold } from '../support/looks';
import { output } from '../support/output';
import { addressOf, pages } from '../support/pages';
import { desktop, phone } from '../support/sizes';
import { expect, test } from '../support/test';

const mostShift = 0.05;

for (const [size, device] of Object.entries({ desktop, phone })) {
  for (const who of ['guest', 'viewer'] as const) {
    test.describe(`${size}, ${who}`, () => {
      test.use({ ...device, serviceWorkers: 'block' });

      for (const one of pages.filter(({ only }) => !only || only === who)) {
        test(one.name, async ({ page }) => {
          if (who === 'viewer') await lookAround(page);
          await countShifts(page);
          await page.goto(await addressOf(page, one));
          await settled(page);
          const { sum, of } = await shifts(page);
          expect.soft(sum, `layout shifts: ${of.join('; ')}`).toBeLessThan(mostShift);
          await unfold(page);
          expect.soft(await sticksOut(page), 'wider than the screen').toEqual([]);
          if (size === 'phone') expect.soft(await tooSmall(page), 'targets below 24 px').toEqual([]);
          for (const theme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme: theme });
            await settled(page);
            expect.soft(await axeFindings(page), `axe, ${theme}`).toEqual([]);
            await page.screenshot({ path: join(output, 'pages', `${one.name}-${who}-${size}-${theme}.png`), fullPage: true });
          }
        });
      }
    });
  }
}
