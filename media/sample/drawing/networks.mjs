import { at, turn, rect, circle, ellipse, path, repeat, shadow, star, picture } from './kit.mjs';
import { screen } from './ict.mjs';

const port = (x, y) => at(x, y, rect(0, 0, 58, 52, 'n', 5), path('M12 42V22h9v-9h16v9h9v20Z', 'p'));
const half = (x, look) => [
  rect(x, 384, 400, 150, look, 8), repeat(6, i => path(`M${x + 24 + i * 14} 410v98`, 'f')), path(star(x + 156, 459, 32), 'c'), port(x + 214, 434), port(x + 284, 434),
  repeat(3, i => circle(x + 224 + i * 26, 412, 7, i === 0 ? 'b' : i === 1 ? 'z' : 'o')),
];

const diode = () => [
  shadow(600, 742, 460), rect(140, 150, 44, 584, 'm', 6), rect(1016, 150, 44, 584, 'm', 6), repeat(10, i => [circle(162, 186 + i * 56, 7, 'k'), circle(1038, 186 + i * 56, 7, 'k')]),
  [[204, 150], [558, 150]].map(([y, h], i) => [rect(176, y, 848, h, 'd', 6), repeat(i ? 12 : 12, v => path(`M${260 + v * 60} ${y + 44}v${h - 88}`, 'f'))]),
  rect(150, 384, 900, 150, 'm', 6), half(176, 'o'), half(624, 'o'), circle(556, 500, 17, 'h'), circle(644, 500, 17, 'h'),
  path('M556 500C556 620 644 620 644 500', 'y'), path('M586 580l18 10l-18 12', 'y'), path('M600 384V534', 'l'),
];

const factory = (x, y) => at(x, y, path('M-80 70V-20L-30 14V-20L20 14V-20L70 14V70Z', 'o'), rect(-72, -90, 30, 84, 'd'), path('M-66 -104q10 -20 26 -12q16 -18 30 0', 'l'), repeat(3, i => rect(-54 + i * 40, 34, 22, 22, 'u', 3)));
const office = (x, y) => at(x, y, rect(-76, -74, 152, 108, 'n', 8), rect(-64, -62, 128, 84, 'o', 4), path('M-48 6l28 -34l22 18l40 -44', 'c'), path('M-20 34l-8 30h56l-8 -30Z', 'm'));
const step = (x, y) => [rect(x, y - 60, 130, 120, 'h', 12), path(`M${x + 32} ${y}h54M${x + 68} ${y - 16}l20 16l-20 16`, 'p')];
const scheme = () => [
  shadow(600, 742, 480, 10), rect(80, 210, 1040, 520, 'o', 22), rect(112, 242, 440, 456, 't', 18), rect(648, 242, 440, 456, 't', 18),
  '<g transform="translate(0 4)">', factory(214, 400), office(986, 400), step(388, 400), step(682, 400),
  path('M298 400H378M360 386l20 14l-20 14', 'c'), path('M822 400H900M882 386l20 14l-20 14', 'c'), path('M526 400H674M652 384l24 16l-24 16', 'y'),
  path('M986 480V580H640M214 580V480', 'l'), path('M560 580H214', 'l').replace('class="l"', 'class="l" stroke-dasharray="4 14"'), circle(600, 580, 40, 'o'), path('M574 554l52 52M626 554l-52 52', 'y'), '</g>',
];

const signature = () => [
  shadow(440, 742, 240), turn(440, 440, -3, rect(-210, -290, 420, 580, 'o', 6), path('M-160 -230h200M-160 -196h320M-160 -162h320M-160 -128h280M-160 -94h320M-160 -60h240', 'f'), rect(-160, 0, 150, 150, 't', 6),
    repeat(5, r => repeat(5, c => [27, 10, 21, 14, 25][r] >> c & 1 ? rect(-152 + c * 28, 8 + r * 28, 26, 26, 'b') : '')), path('M-150 226q40 -60 60 -10t50 -30q10 50 50 10t60 4', 'c'), path('M-160 250h220', 'f'),
    at(110, 80, path('M-30 50l-18 96l48 -26l48 26l-18 -96Z', 'e'), circle(0, 0, 70, 'h'), path(star(0, 0, 46), 'p'), circle(0, 0, 58, 'p'))),
  shadow(880, 732, 170), rect(730, 470, 300, 254, 'n', 18), rect(754, 494, 252, 90, 'd', 8), path('M776 524h120M776 552h80', 'f'), circle(968, 540, 18, 'e'), repeat(12, i => rect(770 + i % 4 * 58, 606 + Math.floor(i / 4) * 34, 40, 22, i === 11 ? 'h' : 'o', 5)),
  path('M850 470V420M910 470V420', 'l'), turn(880, 360, -90, circle(-56, 0, 46, 'e'), circle(-68, 0, 14, 'o'), path('M-12 -12H96V12H80V34H60V12H44V28H26V12H-12Z', 'e')),
];

const chest = (x, y) => at(x, y, rect(0, 0, 330, 380, 'k', 6), path('M165 40C120 40 96 70 70 120C40 190 40 280 60 330H150V60ZM165 40C210 40 234 70 260 120C290 190 290 280 270 330H180V60Z', 'u'), repeat(6, i => path(`M158 ${92 + i * 40}Q90 ${70 + i * 40} ${58 - i * 2} ${130 + i * 38}M172 ${92 + i * 40}Q240 ${70 + i * 40} ${272 + i * 2} ${130 + i * 38}`, 'p').replace('class="p"', 'class="p" stroke-opacity=".55"')), path('M165 30V350', 'p'), path('M172 200Q240 190 236 300Q200 340 150 318Z', 'v'));
const slice = (x, y) => at(x, y, rect(0, 0, 330, 380, 'k', 6), ellipse(165, 190, 140, 112, 'u'), ellipse(165, 190, 128, 100, 'n'), path('M60 170Q80 110 150 112Q150 180 120 220Q70 230 60 170Z', 'v'), path('M190 120Q260 116 268 190Q250 250 200 220Z', 'u'), circle(165, 258, 24, 'v'), circle(165, 258, 10, 'k'), ellipse(120, 250, 24, 18, 'u'), ellipse(212, 250, 24, 18, 'u'), circle(226, 170, 22, 'y'), path('M20 30h60M20 50h40', 'p'), path('M250 346h60', 'y'));
const pacs = () => [shadow(600, 744, 330), screen(190, 160, 820, 476, rect(18, 18, 784, 34, 'b'), repeat(5, i => circle(42 + i * 24, 35, 6, 'v')), at(34, 66, chest(0, 0), slice(346, 0)), repeat(4, i => rect(724, 66 + i * 98, 62, 84, i === 1 ? 'h' : 'd', 6)))];

const lorry = (x, base) => at(x, base, rect(-330, -290, 420, 240, 'o', 8), rect(-328, -150, 416, 34, 'b'), path(star(-120, -216, 40), 'c'), path('M90 -210H186L250 -120V-50H90Z', 'h'), path('M112 -188H176L220 -122H112Z', 'o'), rect(-340, -54, 600, 26, 'n', 6), rect(226, -84, 30, 22, 'e', 4),
  [-250, -170, 176].map(w => [circle(w, -30, 42, 'n'), circle(w, -30, 18, 'm')]));
const tracker = () => [
  [150, 220, 290].map(r => path(`M${850 - r} 120A${r} ${r} 0 0 0 ${850 + r * .2} ${120 + r * .98}`, 'c').replace('class="c"', 'class="c" stroke-opacity=".55"')),
  turn(850, 120, 35, rect(-26, -22, 52, 44, 'o', 6), rect(-112, -18, 76, 36, 'h', 3), rect(36, -18, 76, 36, 'h', 3), path('M-36 0h10M26 0h10M-86 -18v36M-62 -18v36M62 -18v36M86 -18v36', 'p')),
  shadow(560, 730, 380), lorry(590, 724), shadow(860, 838, 200, 12), rect(750, 690, 230, 136, 'n', 16), rect(774, 712, 110, 54, 'd', 6), path('M788 730h70M788 748h44', 'f'), repeat(3, i => circle(912 + i * 24, 730, 8, i === 0 ? 'z' : i === 1 ? 'b' : 'o')), repeat(8, i => rect(780 + i * 22, 790, 14, 36, 'e', 2)),
  path('M980 720C1040 700 1010 620 1070 600', 'l'), path('M980 770C1060 780 1060 700 1100 690', 'l'), rect(1054, 560, 32, 46, 'h', 8), rect(1086, 650, 32, 46, 'h', 8), circle(870, 668, 0, 'o'),
];

const logger = () => [
  shadow(600, 730, 380), path('M250 430L300 380H930L880 430Z', 'm'), path('M880 430L930 380V670L880 724Z', 'm'), rect(250, 430, 630, 294, 'o', 8), rect(252, 600, 626, 60, 'b'), path('M300 392L340 470M880 392', 'f'), path('M280 424L316 388H914L880 424Z', 'h'),
  path('M316 388L270 190Q268 176 284 176H874Q888 176 890 190L914 388Z', 'd'), path('M338 366L300 212H862L888 366Z', 'o'),
  turn(600, 480, -8, rect(-270, -80, 420, 160, 'o', 34), rect(-240, -50, 190, 100, 'n', 12), path('M-216 20h54l10 -40l18 60l14 -34h46', 'c'), path('M-216 -22h60', 'p'), circle(10, 0, 36, 'h'), path('M-4 0l10 12l18 -22', 'p'), circle(90, -24, 12, 'z'), circle(90, 20, 12, 'd'), rect(150, -48, 34, 96, 'm', 4), rect(184, -32, 84, 64, 'd', 4), rect(206, -16, 18, 14, 'k'), rect(206, 4, 18, 14, 'k')),
];

const report = () => {
  const points = repeat(31, i => [i * 17, 90 + 22 * Math.sin(i * .9) + 12 * Math.sin(i * .37 + 1) - (i > 18 && i < 23 ? [0, 70, 112, 96, 40][i - 18] : 0)]);
  return [shadow(600, 740, 350), rect(280, 90, 640, 644, 'o', 8), rect(282, 92, 636, 56, 'b'), path(star(330, 120, 20), 'p'), path('M366 112h180M366 130h110', 'p'),
    at(340, 230, rect(0, 44, 520, 96, 't'), path('M0 44H520M0 140H520', 'c').replace('class="c"', 'class="c" stroke-dasharray="10 8"'), path('M0 -20V190H520', 'f'), path('M' + points.map(([x, y]) => `${x} ${y.toFixed(1)}`).join('L'), 'l'), circle(347, 8, 34, 'y'), repeat(7, i => path(`M${i * 80} 190v10`, 'f'))),
    path('M340 490h520M340 530h520M340 570h520', 'f'), repeat(3, i => [rect(340, 502 + i * 40, 90, 14, 'u', 7), rect(480, 502 + i * 40, [160, 210, 130][i], 14, 'd', 7), rect(760, 500 + i * 40, 100, 18, i === 1 ? 'z' : 'b', 9)]), path('M340 660q30 -40 50 -6t40 -20q10 36 44 6', 'c'), path('M340 684h180', 'f'),
    repeat(5, r => repeat(5, c => [22, 13, 25, 11, 29][r] >> c & 1 ? rect(756 + c * 20, 612 + r * 20, 18, 18, 'k') : ''))];
};

export const networks = Object.fromEntries(Object.entries({
  'hesar-data-diode': diode, 'hesar-data-diode-scheme': scheme, 'hesar-mohr-signature': signature, 'eram-pacs': pacs,
  'rahnavard-tracker-rt4': tracker, 'rahnavard-cold-chain-logger': logger, 'rahnavard-cold-chain-logger-report': report,
}).map(([name, drawing]) => [name, () => picture('ict', drawing())]));
