/** Undefined and null are an empty cell. */
export type Cell = string | number | null | undefined;

/** Without it, Excel reads UTF-8 as something else. */
export const byteOrderMark = '\ufeff';

/** One line of a CSV file, as RFC 4180 has it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

// What a spreadsheet takes for a formula, the wide forms of Asian keyboards among it.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
// Some countries part cells by semicolons.
const special = /[",;\t\r\n]|^\s|\s$/;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return special.test(cell) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
