// What stands at the head of a printed page: task, model, letters, answer and address.

export function makePrinted(root, told) {
  addEventListener("beforeprint", () => {
    const place = root.querySelector("#printed");
    if (place) place.textContent = told().filter(Boolean).join(" · ");
  });
}
