import { stands } from '../charts/heat';

interface Cell {
  row: number;
  column: number;
  r: number;
  count: number;
  adjusted: number;
}

interface Table {
  columns: readonly string[];
  cells: readonly Cell[];
}

const kinds = { likes: 'likes ', watches: 'watches ', portraits: 'portrait: ' } as const;

/** What a column is about. */
export type Kind = keyof typeof kinds | 'traits';

/** The pairs of kinds that can be looked at; all at once nobody could read. */
export const views: readonly { rows: readonly Kind[]; columns: Kind }[] = [
  { rows: ['traits', 'portraits'], columns: 'likes' },
  { rows: ['traits', 'portraits'], columns: 'watches' },
  { rows: ['traits', 'portraits'], columns: 'traits' },
  { rows: ['likes'], columns: 'likes' },
  { rows: ['watches'], columns: 'watches' },
];

export function kindOf(column: string): Kind {
  const known = Object.entries(kinds).find(([, prefix]) => column.startsWith(prefix));
  return known ? (known[0] as Kind) : 'traits';
}

/** What is written beside a square: the rest is said once for all. */
export function nameOf(column: string): string {
  const kind = kindOf(column);
  return kind === 'traits' ? column : column.slice(kinds[kind].length);
}

export interface Square {
  r: number;
  count: number;
  adjusted: number;
  isMarked: boolean;
}

export interface View {
  rows: number[];
  columns: number[];
  cell: (row: number, column: number) => Square | undefined;
}

/** A part of the table. Portraits are made of the tastes they are compared with, so nothing is marked of them. */
export function viewOf(table: Table, rows: readonly Kind[], columns: Kind): View {
  const cells = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const of = (kind: readonly Kind[]): number[] => table.columns.flatMap((name, i) => (kind.includes(kindOf(name)) ? [i] : []));
  const [left, top] = [of(rows), of([columns])];
  return {
    rows: left,
    columns: top,
    cell: (row, column) => {
      const [i, j] = [left[row] ?? -1, top[column] ?? -1];
      const found = cells.get(`${Math.min(i, j)} ${Math.max(i, j)}`);
      if (!found) return undefined;
      const { r, count, adjusted } = found;
      return { r, count, adjusted, isMarked: stands(adjusted) && ![i, j].some((one) => kindOf(table.columns[one] ?? '') === 'portraits') };
    },
  };
}

/** The pairs of a view, those that go together most, either way, first; each once. */
export function strongest(table: Table, view: View): (Square & { row: string; column: string })[] {
  const seen = new Set<string>();
  return view.rows
    .flatMap((i, row) => view.columns.map((j, column) => ({ i, j, square: view.cell(row, column) })))
    .filter(({ i, j, square }) => {
      const key = [i, j].sort((a, b) => a - b).join(' ');
      return square !== undefined && !seen.has(key) && seen.add(key) !== undefined;
    })
    .map(({ i, j, square }) => ({ row: table.columns[i] ?? '', column: table.columns[j] ?? '', ...(square as Square) }))
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
}
