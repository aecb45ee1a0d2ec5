// Takes the README's pictures of a serving portal with the sample catalogue: node build/pictures.mjs [URL]
// Needs Debian's chromium. Look at each before committing it.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const root = process.argv[2] ?? "http://localhost:5080";
const folder = "docs/pictures";
mkdirSync(folder, { recursive: true });

const item = (await (await fetch(`${root}/api/v1/search?culture=fa&q=pezhvak-aed-d1`)).json()).items[0];
const pictures = [
  ["home-en", "/en/", "1280,900"],
  ["product-fa", item.url, "1280,900"],
  ["search-zh-phone", "/zh-Hans/search?q=" + encodeURIComponent("注射"), "500,900"],
];
for (const [name, path, size] of pictures)
  execFileSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=5000", `--window-size=${size}`, `--screenshot=${folder}/${name}.png`, root + path], { stdio: "ignore" });
