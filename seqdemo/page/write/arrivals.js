// @ts-check
// Letters that come later than they were asked for. Each typed one has its place from the moment of its key; what fills the
// whole pad waits for the strokes that are being drawn, and gives way to whatever was done by hand in the meantime.

/** @typedef {import("../js/ink.js").Letter} Letter */
/** @typedef {{ letters?: Letter[], error?: string, note?: string }} Reply */

export class Arrivals {
  #model;
  #still;
  #fillings = 0;

  /**
   * @param {import("../js/pad/model.js").PadModel} model
   * @param {() => Promise<void>} still resolves when no stroke is being drawn
   */
  constructor(model, still) {
    this.#model = model;
    this.#still = still;
  }

  /** A letter for one box. @param {Promise<Reply>} request @param {string} label @param {number} at */
  async letter(request, label, at) {
    const waiting = this.#model.expect(label, at), reply = await request;
    this.#model.arrive(waiting, reply.letters?.[0] ?? null);
    return reply;
  }

  /**
   * Letters for the whole pad; null where something newer was asked for or done by hand.
   * @param {Promise<Reply>} request
   * @param {() => unknown} [place] where they are wanted; somewhere else they are not put
   */
  async all(request, place = () => null) {
    const mine = ++this.#fillings, before = this.#model.revision, wanted = place();
    const reply = await request;
    await this.#still();
    if (mine !== this.#fillings || before !== this.#model.revision || wanted !== place()) return null;
    if (reply.letters) this.#model.fill(reply.letters);
    return reply;
  }
}
