// Menus are <details> and work without this; with it they close at a click elsewhere and at Escape.
const close = (except) => document.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(except) || (menu.open = false));
document.addEventListener("click", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open]");
  close(null);
  menu?.querySelector("summary").focus();
});
