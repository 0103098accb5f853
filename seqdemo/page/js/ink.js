// Strokes as SVG: being vectors, they need no redrawing when the window or the theme changes.

export const SVG = "http://www.w3.org/2000/svg";
export const MOST_STROKES = 40, MOST_POINTS = 4000, PEN = 62, PIXEL = 30; // widths in thousandths of a box: the usual pen, a pixel of the image that the model sees

export function pathOf(stroke) {
  const [first, ...rest] = stroke.map(([x, y]) => `${Math.round(x * 1000)} ${Math.round(y * 1000)}`);
  return `M${first}L${rest.length ? rest.join("L") : first}`;
}

export function strokeElement(stroke, thickness) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", pathOf(stroke));
  path.setAttribute("stroke-width", Math.round(PEN * thickness));
  path.setAttribute("pathLength", "1");
  return path;
}

// A stroke that was drawn into a turned letter, as it stands in the letter.
export function turnedBack(stroke, degrees) {
  if (!degrees) return stroke;
  const [sine, cosine] = [Math.sin((-degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const place = (value) => Math.round((value + 0.5) * 1000) / 1000;
  return stroke.map(([x, y]) => [place((x - 0.5) * cosine - (y - 0.5) * sine), place((x - 0.5) * sine + (y - 0.5) * cosine)]);
}

// A letter as a picture; its paper is the background of what it stands in.
export function inkElement(letter) {
  const svg = document.createElementNS(SVG, "svg"), ink = svg.appendChild(document.createElementNS(SVG, "g"));
  svg.setAttribute("viewBox", "0 0 1000 1000");
  svg.style.color = inkOf(letter);
  if (letter?.turn) ink.setAttribute("transform", `rotate(${letter.turn} 500 500)`);
  if (letter?.blur) ink.style.filter = `blur(${PIXEL * letter.blur}px)`;
  for (const stroke of letter?.strokes ?? []) {
    const path = ink.appendChild(strokeElement(stroke, letter.thickness));
    path.dataset.length = lengthOf(stroke).toFixed(2);
  }
  return svg;
}

// White ink is the page's chalk; on white paper an ink shows its complement.
function inkOf(letter) {
  if (!letter?.ink || letter.ink === "#ffffff") return "";
  if (letter.background !== "white") return letter.ink;
  return "#" + (0xffffff - parseInt(letter.ink.slice(1), 16)).toString(16).padStart(6, "0");
}

function lengthOf(stroke) {
  let sum = 0;
  for (let n = 1; n < stroke.length; n++) sum += Math.hypot(stroke[n][0] - stroke[n - 1][0], stroke[n][1] - stroke[n - 1][1]);
  return sum;
}

// Draws all strokes once more in the order and at the pace of a hand; without motion, stroke by stroke.
export function replayInk(svgs) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let start = 0;
  for (const path of svgs.flatMap((svg) => [...svg.querySelectorAll("path")])) {
    const duration = still ? 250 : 120 + 420 * Number(path.dataset.length || 0.5);
    const frames = still
      ? [{ opacity: 0 }, { opacity: 0, offset: 0.99 }, { opacity: 1 }]
      : [{ strokeDasharray: "0 2", opacity: 0 }, { strokeDasharray: "0 2", opacity: 1, offset: 0.01 }, { strokeDasharray: "1 2" }];
    path.getAnimations().forEach((animation) => animation.cancel());
    path.animate(frames, { duration, delay: start, fill: "backwards" });
    start += duration + 60;
  }
}
