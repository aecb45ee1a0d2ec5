// Sets data sheets, safety data sheets and instructions of the sample catalogue as PDF files.
// Needs Node 20, rsvg-convert (librsvg2-bin) and the fonts of fonts-dejavu-core and fonts-droid-fallback:  node docs.mjs [name …]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { datasheets } from './papers/datasheets.mjs';
import { reagents } from './papers/reagents.mjs';
import { safety } from './papers/safety.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), 'docs');
const FOOT = {
  en: 'Sample catalogue document. The firm is invented; nothing here is an offer.',
  ru: 'Документ из каталога-образца. Компания вымышлена; это не оферта.',
  fr: 'Document d’un catalogue d’exemple. L’entreprise est fictive ; ceci n’est pas une offre.',
  'zh-Hans': '示例目录文件。企业为虚构，内容不构成要约。',
  ar: 'وثيقة من دليل نموذجي. الشركة متخيلة، وليس في هذا عرض.',
};
const LEFT = 51, COLUMN = 221, RIGHT = 545, BOTTOM = 776, LINE = 13.4;

const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const wide = letter => /[\u2e80-\uffef]/.test(letter) ? 1 : /[A-Z0-9+]/.test(letter) ? .67 : /[\u0400-\u04ff]/.test(letter) ? .62 : .555;

// Breaks at spaces, and between Chinese characters but not before their punctuation.
function wrap(text, width, size) {
  const lines = [];
  let line = '', used = 0;
  for (const word of text.split(/(?<= )|(?<=[\u3001\u3002\uff0c\uff1b])|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff\d])/)) {
    const length = [...word.trimEnd()].reduce((sum, letter) => sum + wide(letter) * size, 0);
    if (line && used + length > width) { lines.push(line.trimEnd()); line = ''; used = 0; }
    line += word;
    used += [...word].reduce((sum, letter) => sum + wide(letter) * size, 0);
  }
  return [...lines, line.trimEnd()];
}

function set(paper) {
  const pages = [[]];
  // An Arabic page is the mirror of the others.
  const rtl = paper.culture === 'ar', at = x => rtl ? 596 - x : x;
  let y = 158;
  const put = (x, text, look) => pages.at(-1).push(`<text x="${at(x)}" y="${y.toFixed(1)}" class="${look}">${escape(text)}</text>`);
  const room = height => { if (y + height > BOTTOM) { pages.push([]); y = 76; } };
  for (const [heading, content] of paper.sections) {
    room(46);
    put(LEFT, heading, 'h');
    y += 17;
    for (const [label, value] of Array.isArray(content) ? content : [[null, content]]) {
      const labels = label ? wrap(label, COLUMN - LEFT - 12, 9) : [], lines = wrap(value, RIGHT - (label ? COLUMN : LEFT), 9);
      room(LINE * Math.max(lines.length, labels.length));
      for (let i = 0; i < Math.max(lines.length, labels.length); i++) {
        if (labels[i]) put(LEFT, labels[i], 'l');
        if (lines[i]) put(label ? COLUMN : LEFT, lines[i], 't');
        y += LINE;
      }
    }
    y += 11;
  }
  return pages.map((page, index) => `<svg xmlns="http://www.w3.org/2000/svg" width="595pt" height="842pt" viewBox="0 0 595 842" xml:lang="${paper.culture}"><style>
text{font-family:"DejaVu Sans","Droid Sans Fallback";fill:#1d2023${rtl ? ";direction:rtl" : ""}}.b,.h{font-weight:${paper.culture === "zh-Hans" ? "normal" : "bold"}}.t{font-size:9px}.l{font-size:9px;fill:#5b5f63}.h{font-size:11px;fill:#14717c}.f{font-size:7px;fill:#5b5f63}</style>
${index ? '' : `<text x="${at(LEFT)}" y="72" class="b" font-size="${paper.title.length > 40 ? 15 : 19}">${escape(paper.title)}</text><text x="${at(LEFT)}" y="94" font-size="11" style="fill:#14717c">${escape(paper.subtitle)}</text><path d="M${LEFT} 110H${RIGHT}" stroke="#14717c" stroke-width="2"/>`}
${page.join('')}<path d="M${LEFT} 806H${RIGHT}" stroke="#b9bcc0" stroke-width=".6"/><text x="${at(LEFT)}" y="819" class="f">${FOOT[paper.culture]}</text><text x="${at(RIGHT)}" y="819" class="f" text-anchor="end">${index + 1} / ${pages.length}</text></svg>`);
}

const wanted = process.argv.slice(2);
for (const [name, paper] of Object.entries({ ...datasheets, ...reagents, ...safety })) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const pages = set(paper).map((svg, index) => { const file = join(folder, `${index}.svg`); writeFileSync(file, svg); return file; });
  execFileSync('rsvg-convert', ['--format', 'pdf', '--output', join(target, `${name}.pdf`), ...pages], { env: { ...process.env, SOURCE_DATE_EPOCH: '1795305600' } });
  rmSync(folder, { recursive: true });
}
