/** A file of texts: nested, with strings at the ends. */
export interface Messages {
  [key: string]: string | Messages;
}

/**
 * Compares two languages. A key with plural forms counts as complete when it has exactly the forms that its
 * language has (CLDR, as `Intl.PluralRules` knows them; and i18next's `_zero`, where any language has it), and
 * `{{variables}}` must be the same.
 * @returns one line per gap; empty when both are complete
 */
export function localeGaps(languages: Record<string, Messages>): string[] {
  const entries = Object.entries(languages).map(([language, messages]) => ({
    language,
    forms: pluralForms(language),
    texts: new Map(flatten(messages)),
  }));
  const all = new Set(entries.flatMap(({ texts }) => [...texts.keys()].map(baseKey)));
  return [...all].flatMap((key) => {
    const isPlural = entries.some(({ texts, forms }) => forms.some((form) => texts.has(`${key}_${form}`)));
    const zero = entries.some(({ texts }) => texts.has(`${key}_zero`)) ? ['zero'] : [];
    const gaps = entries.flatMap(({ language, forms, texts }) => {
      const wanted = isPlural ? [...zero, ...forms].map((form) => `${key}_${form}`) : [key];
      const present = [...texts.keys()].filter((candidate) => baseKey(candidate) === key);
      return [
        ...wanted.filter((one) => !texts.get(one)).map((one) => `${language}: "${one}" is missing`),
        ...present
          .filter((one) => !wanted.includes(one))
          .map((one) => `${language}: "${one}" is superfluous`),
      ];
    });
    return gaps.length > 0 ? gaps : variableGaps(key, entries);
  });
}

function variableGaps(key: string, entries: { language: string; texts: Map<string, string> }[]): string[] {
  const [first, ...others] = entries.map(({ language, texts }) => ({
    language,
    names: [
      ...new Set([...texts].filter(([one]) => baseKey(one) === key).flatMap(([, text]) => variables(text))),
    ]
      .sort()
      .join(', '),
  }));
  return others
    .filter(({ names }) => names !== first?.names)
    .map(
      ({ language, names }) => `${language}: "${key}" has the variables (${names}), not (${first?.names})`,
    );
}

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const baseKey = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
const pluralForms = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;
