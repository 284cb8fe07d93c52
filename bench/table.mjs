const HEAD = ['what', 'figure', 'spread', 'unit', 'goal', 'met'];

/**
 * A table for people.
 * @param {import('./result.mjs').Result[]} results
 */
export function table(results) {
  const rows = [
    HEAD,
    ...results.map(({ name, figure, spread = '', unit, goal, met }) => [
      name,
      String(figure),
      spread,
      unit,
      goal,
      met ? 'yes' : 'NO',
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
