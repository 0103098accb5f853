import js from "@eslint/js";

const browser = [
  "AbortController", "AbortSignal", "addEventListener", "atob", "Blob", "clearInterval", "clearTimeout", "console", "CustomEvent", "document", "Element", "Event",
  "fetch", "FileReader", "getComputedStyle", "history", "innerHeight", "innerWidth", "IntersectionObserver", "KeyboardEvent", "localStorage", "location", "matchMedia",
  "MouseEvent", "navigator", "performance", "removeEventListener", "ResizeObserver", "scrollBy", "scrollTo", "setInterval", "setTimeout", "TextDecoder", "URL", "window",
];

const rules = {
  ...js.configs.recommended.rules,
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
  "complexity": ["error", 14],
  "max-depth": ["error", 3],
  "eqeqeq": "error",
  "no-var": "error",
  "prefer-const": ["error", { destructuring: "all" }],
  "no-implicit-globals": "error",
};

const globals = Object.fromEntries(browser.map((name) => [name, "readonly"]));

export default [
  { ignores: ["**/vendor/**", "**/node_modules/**"] },
  { files: ["**/page/**/*.js"], languageOptions: { globals }, rules },
  { files: ["**/server/*.js"], languageOptions: { globals: { ...globals, spoken: "writable", unloaded: "writable" }, sourceType: "script" }, rules: { ...rules, "no-unused-vars": "off", "no-implicit-globals": "off", "no-redeclare": ["error", { builtinGlobals: false }] } },
];
