/** The share that a percentage is: "12.5" is "0.125". Exact. */
export function fromPercent(value: string): string {
  return shift(value, -2);
}

/** The percentage that a share is: "0.125" is "12.5". Exact. */
export function toPercent(share: string): string {
  return shift(share, 2);
}

/** Moves the decimal mark by places to the right. */
function shift(value: string, places: number): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  const digits = whole.padStart(1 + Math.max(0, -places), "0") + fraction.padEnd(Math.max(0, places), "0");
  const at = (places < 0 ? Math.max(whole.length, 1 - places) : whole.length) + places;
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, "") || "0";
  const right = digits.slice(at).replace(/0+$/, "");
  return (negative ? "-" : "") + left + (right ? `.${right}` : "");
}
