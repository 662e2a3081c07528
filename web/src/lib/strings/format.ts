/** Numbers, dates and names as the language of the site writes them. */
const locale = 'en';
const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const wholes = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });

export const decimal = (number: number): string => decimals.format(number);
export const count = (number: number): string => wholes.format(number);
export const percent = (part: number): string => percents.format(part);
export const date = (moment: string): string => dates.format(new Date(moment));

/** "2 h 10 min" */
export function minutes(all: number): string {
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "French", of fr. */
export function language(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}
