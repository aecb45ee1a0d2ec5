// Bundles the style sheet and scripts, and cuts the typeface down to the letters that Persian and Arabic use.
import { build } from "esbuild";
import subsetFont from "subset-font";
import { mkdir, readFile, writeFile } from "node:fs/promises";

const out = "wwwroot/dist";
await mkdir(out, { recursive: true });

await build({
  entryPoints: ["Client/site.css", "Client/site.js"],
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome100", "firefox100", "safari15"],
  external: ["*.woff2", "*.svg"],
  logLevel: "warning",
});

// Persian and Arabic letters, digits, marks and punctuation; Latin stays with the reader's system faces.
const ranges = [[0x0600, 0x061f], [0x0620, 0x065f], [0x0660, 0x066f], [0x0670, 0x0671], [0x067e, 0x067e], [0x0686, 0x0686], [0x0698, 0x0698],
  [0x06a9, 0x06a9], [0x06af, 0x06af], [0x06c0, 0x06c0], [0x06cc, 0x06cc], [0x06d4, 0x06d5], [0x06f0, 0x06f9], [0x200c, 0x200f], [0x00ab, 0x00ab], [0x00bb, 0x00bb], [0x20, 0x20]];
const letters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join("");
const font = await readFile("node_modules/vazirmatn/fonts/variable/Vazirmatn[wght].ttf");
await writeFile(`${out}/vazirmatn.woff2`, await subsetFont(font, letters, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } }));
