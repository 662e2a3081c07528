/** Dates and numbers as the language of the site writes them. */
const language = 'en';
const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const times = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
const shortDates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const lists = new Intl.ListFormat(language);

export const date = (iso: string): string => dates.format(new Date(iso));
export const shortDate = (iso: string): string => shortDates.format(new Date(iso));
export const dateTime = (iso: string): string => times.format(new Date(iso));
export const count = (number: number): string => whole.format(number);
export const percent = (part: number): string => percents.format(part);
export const list = (items: readonly string[]): string => lists.format(items);

/** With so many digits after the point, and a real minus. */
export const decimal = (number: number, digits = 1): string =>
  number.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).replace('-', '−');

/** With its sign, and a real minus. */
export const signed = (number: number, digits = 1): string =>
  number.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }).replace('-', '−');
