// @ts-check
// How many variants are right, on what they agree, and in which order their cards stand.

/** @typedef {{ name: string, html: string, answer: string, right: boolean | null, confidence: number, ms: number, parameters: number, accuracy: number | null }} Card */

/** By what the cards are sorted, from the least up. @type {Record<string, (card: Card) => number>} */
export const ORDERS = {
  menu: () => 0,
  wrong: ({ right }) => (right === null ? 1 : right ? 2 : 0),
  confidence: ({ confidence }) => -confidence,
  ms: ({ ms }) => ms,
  parameters: ({ parameters }) => parameters,
  accuracy: ({ accuracy }) => -(accuracy ?? -1),
};

/** The most frequent answer and how many gave it; of several, the first. @param {Card[]} cards */
export function commonest(cards) {
  const votes = /** @type {Map<string, number>} */ (new Map());
  for (const { answer } of cards) votes.set(answer, (votes.get(answer) ?? 0) + 1);
  const [answer, n] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best));
  return { answer, n };
}

/** @param {number} n of the answers are the same @param {number} count of them all */
export function share(n, count) {
  if (n === count) return "all";
  return n * 2 > count ? "most" : n > 1 ? "some" : "none";
}

/** One sentence. @param {Card[]} cards @param {Record<string, string>} words */
export function told(cards, words) {
  const judged = cards.filter(({ right }) => right !== null), { answer, n } = commonest(cards);
  const parts = [words[`agreement.${share(n, cards.length)}`].replace("{answer}", answer).replace("{n}", String(n))];
  const right = judged.filter((card) => card.right).length;
  if (judged.length) {
    parts.unshift(words["agreement.right"].replace("{right}", String(right)).replace("{count}", String(judged.length)));
  }
  const sentence = `${parts.join(words["agreement.and"])}.`;
  return sentence[0].toUpperCase() + sentence.slice(1);
}
