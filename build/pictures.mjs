// Takes the README's pictures of a serving portal with the sample catalogue: node build/pictures.mjs [URL]
// Needs Debian's chromium. Look at each before committing it.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const root = process.argv[2] ?? "http://localhost:5080";
const folder = "docs/pictures";
mkdirSync(folder, { recursive: true });

const found = async (culture, q) => (await (await fetch(`${root}/api/v1/search?culture=${culture}&q=${q}`)).json()).items[0].url;
const pictures = [
  ["home-en", "/en/", "1280,900"],
  ["product-fa", await found("fa", "pezhvak-aed-d1"), "1280,900"],
  ["market-zh", "/zh-Hans/markets/cis", "1280,900"],
  ["compare-en", "/en/compare?product=sarvin-filgrastim-300&product=mahour-teriparatide-pen&product=mahour-glargine-pen", "1280,900"],
  ["search-zh-phone", "/zh-Hans/search?q=" + encodeURIComponent("注射"), "500,900"],
  ["product-ar-phone", await found("ar", "nabzava-patient-monitor-m12"), "500,900"],
  ["home-fa-phone", "/fa/", "500,900"],
];
for (const [name, path, size] of pictures)
  execFileSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=5000", `--window-size=${size}`, `--screenshot=${folder}/${name}.png`, root + path], { stdio: "ignore" });
