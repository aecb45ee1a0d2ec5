import "./suggest.js";

// Menus are <details> and work without this; with it they close at a click elsewhere and at Escape.
const close = (except) => document.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(except) || (menu.open = false));
document.addEventListener("click", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open]");
  close(null);
  menu?.querySelector("summary").focus();
});
// A file that the server would refuse is told before minutes are spent on sending it.
document.addEventListener("change", ({ target }) => {
  if (!target.dataset?.most) return;
  const large = [...target.files].find((file) => file.size > +target.dataset.most);
  target.setCustomValidity(large ? `${large.name}: ${target.dataset.tooLarge}` : "");
  target.reportValidity();
});
document.addEventListener("submit", (event) => {
  const refused = !event.submitter?.formNoValidate && event.target.querySelector("input[data-most]:invalid");
  if (!refused) return;
  event.preventDefault();
  refused.reportValidity();
});
