// Draws the sample catalogue's pictures and logos.
// Needs Node 20, rsvg-convert (librsvg2-bin) and pngquant:  node draw.mjs [name …]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drugs } from './drawing/drugs.mjs';
import { biologicals } from './drawing/biologicals.mjs';
import { devices } from './drawing/devices.mjs';
import { ward } from './drawing/ward.mjs';
import { chemicals } from './drawing/chemicals.mjs';
import { substances } from './drawing/substances.mjs';
import { ict } from './drawing/ict.mjs';
import { networks } from './drawing/networks.mjs';
import { logos } from './drawing/logos.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), 'images');
const drawings = { ...drugs, ...biologicals, ...devices, ...ward, ...chemicals, ...substances, ...ict, ...networks, ...logos };

function rasterise(name, svg) {
  const source = join(tmpdir(), `${name}.svg`), file = join(target, `${name}.png`);
  writeFileSync(source, svg);
  execFileSync('rsvg-convert', ['-o', file, source]);
  execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '--output', file, '128', file]);
  rmSync(source);
}

mkdirSync(target, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, draw] of Object.entries(drawings)) {
  if (wanted.length === 0 || wanted.includes(name)) rasterise(name, draw());
}
