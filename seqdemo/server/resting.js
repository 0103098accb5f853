// @ts-check
// Gradio's clock of loading asks for a frame sixty times a second, and in 6.31 it goes on when the page is there: a tenth of a
// processor, and a phone's battery, for as long as a page is open.

function restClock() {
  const paintNext = window.requestAnimationFrame.bind(window);
  const byClock = () => (new Error().stack ?? "").split("\n").slice(2, 5).some((caller) => caller.includes("/statustracker"));
  window.requestAnimationFrame = (paint) => (byClock() ? 0 : paintNext(paint));
}
