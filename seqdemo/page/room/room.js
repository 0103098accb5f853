// @ts-check
// A room: its door, a teacher's wall or a phone's place, looked at again and again for as long as the page is open.

import { CODE } from "../js/contract.js";
import { all, aria, hit, input, json, maybe, one } from "../js/dom.js";
import { repaint } from "../js/repaint.js";
import { recalled, store } from "../js/state.js";
import { codeOf } from "../share/share.js";
import { written } from "../shell/address.js";
import { Alphabet } from "./alphabet/alphabet.js";
import { forgetReaders, keepReader, readers } from "./alphabet/readers.js";

/** What this browser is in a room: a teacher has `host`, a phone `token`. @typedef {{ code: string, host?: string, token?: string }} Place */
/** @typedef {{ error?: string, gone?: boolean, same?: boolean, over?: boolean, mark?: string, stage?: string, html?: string, code?: string, token?: string, host?: string }} Told */

const PACE = 1000; // milliseconds between two looks
const KEPT = "seqdemo.room";

/** @returns {Place | null} */
const kept = () => recalled(KEPT);

/** Of the letters that codes are made of. */
function randomCode() {
  const { letters, length } = CODE;
  return Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
}

export class Room {
  #root;
  #server;
  #page;
  #here = false;
  /** @type {Place | null} */
  #at = kept();
  /** The code that the address brought. @type {string | null} */
  #wanted = null;
  #mark = "";
  /** @type {string | undefined} */
  #stage;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {Record<string, (asked: object) => Promise<any>>} server
   * @param {object} page
   * @param {() => { lang: string, texts: Record<string, string> }} page.opened
   * @param {(view: string) => void} page.look opens a page beside the tasks
   * @param {() => void} page.changed
   * @param {(model: import("../shell/menus.js").Added) => void} page.add puts a model into the menu of its task
   * @param {(names: string[]) => void} page.drop takes models out of the menus
   * @param {(task: string, model: string) => void} page.visit
   */
  constructor(root, server, page) {
    this.#root = root;
    this.#server = server;
    this.#page = page;
    new Alphabet(root, {
      act: this.act, use: this.#use,
      ink: () => server.save_ink(this.#ask({})).catch(() => null),
      texts: () => page.opened().texts,
    });
    root.addEventListener("click", (event) => {
      const pressed = hit(event, "[data-room], #room [data-act], #room [data-lead]");
      if (pressed) this.#press(pressed);
    });
    root.addEventListener("submit", (event) => {
      if (hit(event, "#join")) this.#join(input(root, "#room-code").value);
    });
    document.addEventListener("visibilitychange", () => document.hidden || this.#look());
  }

  #readers = () => readers(this.#page.opened().lang);
  /** Readers of the class stand in the menus again, after a reload and in another language too. */
  lend = () => this.#readers().forEach(this.#page.add);

  /** @param {import("./alphabet/readers.js").Reader} reader */
  #use = (reader) => {
    keepReader(reader);
    this.lend();
    this.#page.visit(reader.task, reader.name);
  };

  #section = () => one(this.#root, "#room");
  /** @param {object} asked */
  #ask = (asked) => ({ ...this.#at, lang: this.#page.opened().lang, ...asked });

  /** The code stands in the address, so that a link leads into the room; what shows who one is there never does.
   *  @param {import("../js/state.js").State} state */
  keep = (state) => state.keep("room", () => (this.#here ? (this.#at?.code ?? this.#wanted) : null), (code) => {
    if (code === null) return;
    this.#wanted = typeof code === "string" ? code.slice(0, CODE.length).toUpperCase() : null;
    this.#page.look("room");
    return this.#wanted !== null;
  });

  /** @param {boolean} here whether the room is what shows */
  look = (here) => {
    this.#here = here;
    one(this.#root, ".in-room").hidden = here || !this.#at;
    if (!here) return;
    if (this.#wanted && this.#at && this.#wanted !== this.#at.code) this.#settle(null);
    this.#paintDoor();
    this.#look("");
  };

  #paintDoor = () => {
    const section = this.#section();
    one(section, ".door").hidden = this.#at !== null;
    if (this.#wanted) input(section, "#room-code").value = this.#wanted;
    if (!this.#at) one(section, ".body").replaceChildren();
  };

  /** @param {Place | null} place */
  #settle = (place) => {
    if (place?.code !== this.#at?.code) {
      this.#page.drop(this.#readers().map(({ name }) => name));
      forgetReaders();
    }
    this.#at = place;
    this.#wanted = place?.code ?? this.#wanted;
    [this.#mark, this.#stage] = ["", undefined];
    store(KEPT, JSON.stringify(place));
    this.#page.changed();
  };

  /** @param {HTMLElement} pressed */
  #press = (pressed) => {
    const { room, act, lead } = pressed.dataset;
    if (room === "open") this.#open();
    else if (room === "back") this.#page.look("room");
    else if (room === "leave") this.#leave("");
    else if (act !== undefined) this.act(json(pressed, "act"), pressed);
    else if (lead !== undefined) this.#lead(json(pressed, "lead"), pressed);
  };

  /** @returns {Promise<void>} */
  #open = async () => {
    const code = randomCode(), reply = await this.#server.open_room(this.#ask({ code })).catch(() => null);
    if (reply && !reply.error && !reply.host) return this.#open(); // there is a room of that code
    if (reply?.host) this.#settle({ code, host: reply.host });
    this.#page.look("room");
    this.#heard(reply);
  };

  /** @param {string} code */
  #join = async (code) => {
    const reply = await this.#server.join_room(this.#ask({ code })).catch(() => null);
    if (!this.#heard(reply)) return;
    this.#settle({ code: reply.code, token: reply.token });
    this.#paintDoor();
    this.#show(reply);
  };

  /** What is done on this phone. @param {object} act @param {HTMLElement} [pressed] which says at once that it was heard */
  act = async (act, pressed) => this.#sent(this.#server.act_in_room, { act }, pressed);

  /** @param {object} order @param {HTMLElement} pressed */
  #lead = (order, pressed) => this.#sent(this.#server.lead_room, order, pressed);

  /** @param {(asked: object) => Promise<any>} call @param {object} asked @param {HTMLElement} [pressed] */
  #sent = async (call, asked, pressed) => {
    const at = this.#at;
    if (pressed) aria(pressed, "busy", true);
    const reply = await call(this.#ask(asked)).catch(() => null);
    if (pressed) aria(pressed, "busy", false);
    if (at !== this.#at) return reply;
    if (reply?.over) this.#leave(this.#page.opened().texts["room.closed"]);
    else if (this.#heard(reply)) this.#show(reply);
    return reply;
  };

  /** @param {string} said */
  #leave = (said) => {
    this.#wanted = null;
    this.#settle(null);
    this.#paintDoor();
    one(this.#section(), ".trouble").textContent = said;
  };

  /** Says what went wrong; whether all is well. @param {Told | null} reply */
  #heard = (reply) => {
    const { texts } = this.#page.opened();
    if (reply?.gone && this.#at) this.#leave(texts["room.gone"]);
    else one(this.#section(), ".trouble").textContent = reply ? (reply.error ?? "") : texts.offline;
    return reply !== null && !reply.error;
  };

  /** How the room is now; short where nothing has changed since the mark. */
  #look = async (mark = this.#mark) => {
    clearTimeout(this.#timer);
    const at = this.#at;
    if (!at) return;
    const call = at.host ? this.#server.show_wall : this.#server.show_phone;
    const reply = await call(this.#ask({ mark })).catch(() => null);
    if (at !== this.#at) return;
    if (reply && !reply.same && this.#heard(reply)) this.#show(reply);
    this.#again();
  };

  #again = () => {
    clearTimeout(this.#timer);
    if (this.#at && !document.hidden) this.#timer = setTimeout(() => this.#look(), this.#here ? PACE : 5 * PACE);
  };

  /** @param {Told} told */
  #show = ({ mark, stage, html }) => {
    const news = this.#stage !== undefined && stage !== this.#stage;
    [this.#mark, this.#stage] = [mark ?? "", stage];
    const chip = one(this.#root, ".in-room");
    chip.classList.toggle("news", !this.#here && (news || chip.classList.contains("news")));
    repaint(one(this.#section(), ".body"), html ?? "");
    for (const place of all(this.#section(), "[data-join]")) this.#draw(place);
    this.#again();
  };

  /** The code that leads into the room. @param {HTMLElement} place */
  #draw = (place) => {
    if (maybe(place, "svg")) return;
    const { lang } = this.#page.opened(), link = location.href.split("#")[0] + written({ room: place.dataset.join, lang });
    const drawn = codeOf(link, place.dataset.label ?? "");
    drawn.setAttribute("data-added", "");
    place.append(drawn);
  };
}
