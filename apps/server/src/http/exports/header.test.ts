import { describe, expect, it } from 'vitest';
import { auditExport } from './audit.js';
import { csvLine } from './csv.js';
import { headCells } from './header.js';
import { modelsExport } from './models.js';
import { providersExport } from './providers.js';
import { requestsExport, usageExport } from './usage.js';

const files = [auditExport, modelsExport, providersExport, requestsExport, usageExport].map(({ name, columns }) => ({
  name,
  columns: Object.keys(columns),
}));

describe.each(files)('the header of $name', ({ columns }) => {
  it.each(['en', 'fa'] as const)('has words of its own for every column in %s', (language) => {
    const cells = headCells(columns, language);
    expect(new Set(cells).size).toBe(columns.length);
    for (const [index, cell] of cells.entries()) expect(cell).not.toBe(columns[index]);
    expect(csvLine(cells)).not.toMatch(/(^|[,;"])'?[=+@-]/);
  });

  it('is the machine names otherwise', () => {
    expect(headCells(columns, 'names')).toEqual(columns);
  });
});
