// @ts-check
// Calls the server's functions. A call that waits there for its turn is told its place in line again and again, so whoever
// hears nothing for long has no server any more, and breaks off.

import { FUNCTIONS } from "./contract.js";

const SILENCE = 20_000; // milliseconds
const WHERE = "gradio_api/component_server/"; // relative to the page, wherever that is served

/** @typedef {(place: number) => void} Placed */
/** @typedef {Record<string, (asked: object, placed: Placed) => Promise<any>>} Calls */

/** Ends what stays silent for too long. @param {number} most milliseconds */
function watch(most) {
  const silent = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const end = () => clearTimeout(timer);
  const alive = () => (end(), (timer = setTimeout(() => silent.abort(), most)));
  alive();
  return { signal: silent.signal, alive, end };
}

/**
 * The last line of a reply; those before it say the place in line.
 * @param {ReadableStream<Uint8Array>} body @param {Placed} placed @param {() => void} alive called whenever something comes
 */
async function lastLine(body, placed, alive) {
  const reader = body.getReader(), decoder = new TextDecoder();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return JSON.parse(rest);
    alive();
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) placed(JSON.parse(line).place);
  }
}

/** The same for each call of a room, so that a load balancer can lead them to one place. @param {any} data */
const roomOf = ({ code }) => (typeof code === "string" ? `?room=${encodeURIComponent(code)}` : "");

/** Rejects where there is no server, or none that answers. @param {string} url @param {string} name @param {object} data
 *  @param {Placed} placed @param {number} silence */
async function called(url, name, data, placed, silence) {
  const { signal, alive, end } = watch(silence);
  try {
    const headers = { "Content-Type": "application/json" };
    const reply = await fetch(url + roomOf(data), { method: "POST", headers, body: JSON.stringify({ fn_name: name, data }), signal });
    if (!reply.ok || !reply.body) throw new Error(`status ${reply.status}`);
    return await lastLine(reply.body, placed, alive);
  } finally {
    end();
  }
}

/** @param {string} page its address @returns {Calls} */
export function callsOf(page, silence = SILENCE) {
  const url = new URL(WHERE, page).href;
  /** @type {(name: string) => [string, Calls[string]]} */
  const call = (name) => [name, (asked, placed) => called(url, name, asked, placed, silence)];
  return Object.fromEntries(FUNCTIONS.map(call));
}
