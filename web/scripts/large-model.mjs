/** A model with so many options in 25 choices, every fifth of them under a rule. */
export function largeModel(options) {
  const groups = 25;
  const codes = (g) => Array.from({ length: options / groups }, (_, n) => `o${g}x${n}`);
  const choices = Array.from({ length: groups }, (_, g) => [
    `  - code: c${g}`,
    "    type: choice",
    "    required: true",
    `    label: {en: Choice ${g}, fr: Choix ${g}}`,
    "    options:",
    ...codes(g).map((c) => `      - {code: ${c}, label: {en: Option ${c}, fr: Option ${c}}}`),
  ]);
  const rules = Array.from({ length: groups - 1 }, (_, g) => {
    const [a, b] = [`o${g}x1`, `o${g + 1}x2`];
    return `  - {name: r${g}, require: 'c${g} != "${a}" or c${g + 1} != "${b}"', message: {en: Not together, fr: Pas ensemble}}`;
  });
  const head = ["model: large", "label: {en: Large, fr: Grand}", "item: BIKE-CITY", "attributes:"];
  return [...head, ...choices.flat(), "rules:", ...rules, ""].join("\n");
}
