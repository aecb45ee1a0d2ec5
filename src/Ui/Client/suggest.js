// Suggestions while typing: a list below a search box, walked with the arrow keys. Without it the box searches all the same.
const boxes = "form[role=search] input[name=q]";
const pause = 150;
let wait, asking;

const element = (name, attributes, ...content) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
};
const listOf = (box) => document.getElementById(`${box.id}-list`);

// Without this script it is a plain box.
const dress = (box) => {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", String(listOf(box) !== null));
};

const hide = (box) => {
  clearTimeout(wait);
  asking?.abort();
  listOf(box)?.remove();
  for (const attribute of ["aria-activedescendant", "aria-controls"]) box.removeAttribute(attribute);
  dress(box);
};

const show = (box, items) => {
  hide(box);
  if (!items.length || document.activeElement !== box) return;
  const options = items.map((item, at) => element("li", { id: `${box.id}-${at}`, role: "option", "aria-selected": "false", "data-url": item.url },
    element("span", { lang: item.culture, dir: "auto" }, item.name), " ", element("small", { lang: item.organisationCulture ?? document.documentElement.lang, dir: "auto" }, item.organisation ?? item.kindName)));
  box.after(element("ul", { id: `${box.id}-list`, class: "suggestions", role: "listbox", "aria-label": box.labels[0].textContent }, ...options));
  box.setAttribute("aria-controls", `${box.id}-list`);
  dress(box);
};

const mark = (box, option) => {
  for (const other of listOf(box).children) other.setAttribute("aria-selected", other === option);
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
};

// The portal may be reached by another name than the one it tells.
const open = (option) => {
  const { pathname, search } = new URL(option.dataset.url);
  location.assign(pathname + search);
};

const ask = async (box) => {
  const typed = box.value.trim();
  if (typed.length < 2 && !/\p{Script=Han}/u.test(typed)) return hide(box);
  asking = new AbortController();
  try {
    const answer = await fetch(`/api/v1/suggest?${new URLSearchParams({ culture: document.documentElement.lang, q: typed })}`, { signal: asking.signal });
    show(box, answer.ok ? (await answer.json()).items : []);
  } catch (fault) {
    // What was given up for the next letters is no fault; without a line nothing is suggested.
    if (fault.name !== "AbortError") hide(box);
  }
};

const type = (box) => {
  // What was marked answers other letters than those that stand now.
  if (listOf(box)) mark(box);
  clearTimeout(wait);
  asking?.abort();
  wait = setTimeout(ask, pause, box);
};

document.addEventListener("focusin", ({ target: box }) => box.matches(boxes) && dress(box));
document.addEventListener("focusout", ({ target: box }) => box.matches(boxes) && hide(box));
// What an input method has not finished is not asked for.
document.addEventListener("input", ({ target: box, isComposing }) => !isComposing && box.matches(boxes) && type(box));
document.addEventListener("compositionend", ({ target: box }) => box.matches(boxes) && type(box));
document.addEventListener("keydown", (event) => {
  const { target: box, key } = event;
  // Safari ends a composition by a key that is 229 and no part of it.
  const options = !event.isComposing && event.keyCode !== 229 && box.matches(boxes) ? [...(listOf(box)?.children ?? [])] : [];
  if (!options.length) return;
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (key === "ArrowDown") mark(box, options[at + 1]);
  else if (key === "ArrowUp") mark(box, at < 0 ? options.at(-1) : options[at - 1]);
  else if (key === "Escape") hide(box);
  else if (key === "Enter" && at >= 0) open(options[at]);
  else return;
  event.preventDefault();
});
// The box keeps the focus, and the list its place, while an option is pressed.
document.addEventListener("mousedown", (event) => event.target.closest(".suggestions") && event.preventDefault());
document.addEventListener("click", ({ target }) => {
  const option = target.closest(".suggestions [role=option]");
  if (option) open(option);
});
