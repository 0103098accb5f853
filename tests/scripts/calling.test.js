import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { callsOf } from "../../seqdemo/page/js/calling.js";

/** What the server does next with a question, and what it was asked. */
let reply = (_, response) => response.end();
const asked = [], gone = [];
const server = createServer(async (request, response) => {
  asked.push([request.url, JSON.parse((await request.toArray()).join(""))]);
  response.on("close", () => response.writableEnded || gone.push(request.url));
  reply(request, response);
});
let page, calls;

before(async () => {
  await new Promise((there) => server.listen(0, "127.0.0.1", there));
  page = `http://127.0.0.1:${server.address().port}/letters/#task=row-2`;
  calls = callsOf(page);
});
after(() => (server.close(), server.closeAllConnections()));

test("a call goes to where the page is served, and what comes last is its reply", async () => {
  const places = [];
  reply = (_, response) => {
    const told = Buffer.from('{"place": 12}\n{"place": 3}\n{"html": "글자"}');
    response.write(told.subarray(0, 20));
    setTimeout(() => (response.write(told.subarray(20, 43)), setTimeout(() => response.end(told.subarray(43)), 20)), 20);
  };
  assert.deepEqual(await calls.compare({ lang: "ko" }, (place) => places.push(place)), { html: "글자" });
  assert.deepEqual(places, [12, 3]);
  assert.deepEqual(asked.at(-1), ["/letters/gradio_api/component_server/", { fn_name: "compare", data: { lang: "ko" } }]);
});

test("who hears nothing for long breaks off, and who hears a place goes on to wait", async () => {
  reply = () => {};
  await assert.rejects(callsOf(page, 100).answer({}, () => {}));
  while (!gone.length) await new Promise(setImmediate);
  reply = (_, response) => {
    let left = 4;
    const timer = setInterval(() => (left-- > 0 ? response.write('{"place": 1}\n') : (clearInterval(timer), response.end("{}"))), 600);
  };
  assert.deepEqual(await callsOf(page, 2000).answer({}, () => {}), {});
});

test("what is no answer is none", async () => {
  for (const answer of ["", "<html>", '{"half": ']) {
    reply = (_, response) => response.end(answer);
    await assert.rejects(calls.answer({}, () => {}), answer);
  }
  reply = (_, response) => (response.writeHead(502), response.end("{}"));
  await assert.rejects(calls.answer({}, () => {}));
});
