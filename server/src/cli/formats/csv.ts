/** What a spreadsheet would take for a formula. */
const formula = /^(?:[=+\-\t\r]|@(?![\w.-]+$))/;

/** Rows as comma-separated values (RFC 4180), the header first; no cell is one that a spreadsheet would calculate. */
export function asCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
