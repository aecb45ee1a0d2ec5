import { at, turn, rect, circle, ellipse, path, repeat, dice, shadow, star, picture } from './kit.mjs';
import { sack } from './chemicals.mjs';

const painted = (shape, fill) => shape.replace(/class="\w+"/, `fill="${fill}" stroke="#1d2023" stroke-width="4" stroke-linejoin="round"`);

function fibreDrum(x, base, open) {
  return at(x, base, path('M-150 -380V-10Q-150 24 0 24T150 -10V-380Z', 'd'), [-340, -20].map(y => path(`M-154 ${y}q0 34 154 34t154 -34v22q0 34 -154 34t-154 -34Z`, 'm')), rect(-100, -250, 200, 150, 'o', 4), rect(-98, -248, 196, 30, 'b'), path(star(-44, -160, 34), 'c'), path('M16 -180h66M16 -156h50M16 -132h60', 'f'),
    ellipse(0, -384, 154, 42, open ? 'm' : 'h'), open ? [ellipse(0, -384, 132, 32, 'o'), open] : [ellipse(0, -384, 128, 30, 'l')]);
}

const prills = (cx, cy, rx, count, seed) => {
  const roll = dice(seed);
  return repeat(count, () => { const a = roll() * 6.283, t = Math.sqrt(roll()); return [cx + rx * t * Math.cos(a), cy + rx * .2 * t * Math.sin(a) - (1 - t) * 50]; })
    .sort((a, b) => a[1] - b[1]).map(([x, y]) => [painted(circle(x, y, 15), '#3a3140'), circle(x - 5, y - 5, 4, 'v')]);
};
const iodine = () => [
  shadow(400, 738, 180), fibreDrum(400, 700), shadow(790, 770, 220), path('M570 600Q580 764 790 764T1010 600Z', 'a'), ellipse(790, 600, 220, 58, 'o'), ellipse(790, 604, 204, 48, 't'), painted(ellipse(790, 606, 176, 36, 'k'), '#3a3140'), prills(790, 600, 164, 190, 23), path('M570 600Q580 764 790 764T1010 600', 'l'), path('M606 650q14 50 50 74', 'p'),
  repeat(4, i => painted(circle(560 - i * 44 + (i % 2) * 14, 812 + (i % 3) * 14, 14), '#3a3140')), path('M720 470q-24 -40 0 -70t0 -70M800 450q-24 -40 0 -70t0 -70M880 470q-24 -40 0 -70t0 -70', 'l').replace('class="l"', 'fill="none" stroke="#8a5a9a" stroke-width="5" stroke-opacity=".5" stroke-linecap="round"'),
];

const process = () => [
  '<rect y="560" width="1200" height="340" fill="#d9d3c5"/>', path('M0 560H1200', 'l'), path('M0 700Q300 660 600 706T1200 690', 'f'), '<path d="M0 800Q300 764 600 806T1200 794V900H0Z" fill="#6f7a33" fill-opacity=".28"/>', repeat(26, i => path(`M${30 + i * 46} ${836 + (i % 3) * 16}q10 -10 20 0`, 'f')),
  rect(150, 540, 28, 310, 'o'), path('M164 540V440H236', 'c'), path('M110 560L164 400L218 560', 'l'), path('M132 500h64M146 456h36', 'l'), path('M164 760v-60M150 718l14 -18l14 18', 'y'),
  path('M300 560V190Q300 150 360 150T420 190V560Z', 'o'), repeat(3, r => [path(`M304 ${250 + r * 90}H416`, 'f'), repeat(4, c => circle(322 + c * 25, 274 + r * 90 + (c % 2) * 22, 8, 'u'))]), path('M236 440H260V200H300', 'c'), path('M360 150V110H520V300', 'l'), path('M508 282l12 20l12 -20', 'l'),
  path('M450 320H590V500Q590 540 520 540T450 500Z', 'o'), path('M454 420H586V500Q586 536 520 536T454 500Z', 'u'), painted(path('M454 480Q520 460 586 480V500Q586 536 520 536T454 500Z'), '#3a3140'), path('M590 510H660', 'c'),
  path('M660 330H780V440L720 500L660 440Z', 'o'), painted(path('M664 390H776V438L720 494L664 438Z'), '#6a4a78'), path('M690 560l10 -22M720 560v-22M750 560l-10 -22', 'y'), path('M720 500V540', 'l'), path('M590 510H630V360H660', 'c'),
  rect(840, 440, 170, 120, 'a', 8), path('M844 480q20 -14 41 0t41 0t41 0t41 0', 'c'), repeat(9, i => painted(circle(866 + i % 5 * 30, 530 - Math.floor(i / 5) * 22, 11), '#3a3140')), path('M780 470H820V420H920V440', 'c'),
  rect(1050, 400, 100, 160, 'd', 12), rect(1064, 450, 72, 60, 'o'), path(star(1100, 480, 22), 'c'), path('M1012 500H1046M1030 488l16 12l-16 12', 'c'),
  rect(380, 560, 28, 240, 'o'), path('M394 650v70M380 704l14 18l14 -18', 'y'),
];

const potassium = () => {
  const roll = dice(5);
  return [
    shadow(430, 738, 190), fibreDrum(430, 700, [path('M-128 -388Q-150 -450 -90 -456Q-40 -440 0 -462Q60 -440 100 -458Q150 -440 128 -388Q60 -350 -128 -388Z', 'a'), path('M-110 -388Q-60 -430 0 -420T112 -388Q40 -356 -110 -388Z', 'o')]),
    shadow(800, 800, 210), turn(800, 740, -10, path('M-170 -60H90L130 40H-130Q-180 40 -170 -60Z', 'm'), path('M90 -30L220 -52Q240 -40 226 -24L104 6Z', 'd'), path('M-166 -60Q-120 -120 -60 -104T40 -112Q80 -100 90 -60Z', 'o'), repeat(26, i => { const x = -140 + roll() * 200, y = -66 - roll() * 34 * (1 - Math.abs(x + 40) / 140); return turn(x, y, roll() * 90, rect(-8, -8, 16, 16, 'o', 2)); })),
    [640, 716].map((x, i) => at(x, 832 + i * 6, ellipse(0, 8, 34, 18, 'm'), ellipse(0, 0, 34, 18, 'o'), path('M-26 0H26', 'f'))),
  ];
};

const xanthan = () => [
  shadow(390, 732, 210), sack(380, 724), shadow(810, 770, 190), path('M630 560Q636 760 810 760T990 560Z', 'h'), ellipse(810, 560, 180, 50, 'o'), path('M650 562Q720 530 800 556T974 566Q920 602 810 602T650 562Z', 'd'),
  path('M792 556Q776 480 800 440H832Q850 490 836 560Q814 580 792 556Z', 'd'),
  turn(826, 330, 16, rect(-15, -210, 30, 150, 'n', 14), repeat(5, i => path(`M${-6 + i * 3} -64Q${-84 + i * 42} 40 ${-6 + i * 3} 116`, 'l')), path('M-30 76Q0 100 30 76', 'c')),
  path('M480 790q24 -30 70 -20t80 30q-70 26 -150 -10Z', 'd'),
];

const molecule = (x, y) => at(x, y, [[-110, 30, -30, -16], [-30, -16, 50, 30], [50, 30, 130, -16]].map(([a, b, c, d]) => path(`M${a} ${b}L${c} ${d}`, 'l')), path('M-30 -16V-96M44 34V108M58 34V108', 'l'), circle(-110, 30, 24, 'd'), circle(-30, -16, 26, 'd'), circle(50, 30, 26, 'd'), circle(-30, -100, 24, 'h'), circle(51, 112, 24, 'h'), circle(134, -18, 24, 'h'));
const lactic = (roll = dice(3)) => [
  shadow(440, 738, 230), path('M270 300V600Q270 700 440 700T610 600V300Z', 'o'), path('M274 420H606V600Q606 696 440 696T274 600Z', 'u'), path('M270 300Q270 230 440 230T610 300Z', 'd'), rect(396, 150, 88, 84, 'n', 10), path('M440 230V600', 'l'), [450, 560].map(y => [path(`M370 ${y - 22}V${y + 22}H510V${y - 22}`, 'l'), rect(420, y - 10, 40, 20, 'm', 4)]), repeat(22, () => circle(296 + roll() * 288, 438 + roll() * 210, 5 + roll() * 7, 'v')),
  path('M330 690L310 734M550 690L570 734', 'l'), path('M610 360H680V320', 'l'), circle(680, 300, 24, 'o'), path('M680 300l10 -12', 'l'), rect(300, 330, 60, 60, 'o', 8), path('M316 372v-22M330 372v-32M344 372v-14', 'c'),
  shadow(840, 734, 150), path('M720 724V470Q720 440 750 440H780V420H840V440H930Q960 440 960 470V724Q960 740 944 740H736Q720 740 720 724Z', 'h'), path('M860 440V400Q860 386 876 386H930Q944 386 944 400V440', 'h'), rect(784, 392, 52, 32, 'n', 6), rect(750, 540, 180, 140, 'o', 6), rect(752, 542, 176, 26, 'b'), path(star(800, 626, 34), 'c'), path('M850 604h60M850 628h46M850 652h54', 'f'), '<g transform="translate(850 230) scale(.8)">', molecule(0, 0), '</g>',
];

const crystal = (x, y, s, a = 0, line = 4) => turn(x, y, a, [painted(path(`M${-s * .5} ${-s}L${s * .4} ${-s * 1.05}L${s * .86} ${-s * .2}L${s * .42} ${s * .8}L${-s * .5} ${s * .84}L${-s * .9} ${s * .1}Z`), '#3f83c4'), painted(path(`M${-s * .5} ${-s}L${s * .4} ${-s * 1.05}L${s * .1} ${-s * .1}L${-s * .9} ${s * .1}Z`), '#8bbbe8'), painted(path(`M${s * .4} ${-s * 1.05}L${s * .86} ${-s * .2}L${s * .42} ${s * .8}L${s * .1} ${-s * .1}Z`), '#5d9ad6')].join('').replaceAll('stroke-width="4"', `stroke-width="${line}"`));
const copper = () => {
  const roll = dice(77);
  const heap = repeat(120, () => { const x = 620 + roll() * 420, h = 200 * (1 - ((x - 830) / 222) ** 2); return [x, 800 - roll() * Math.max(h, 4), 17 + roll() * 13, roll() * 180]; }).sort((a, b) => a[1] - b[1]);
  return [shadow(420, 732, 210), sack(410, 724), shadow(830, 818, 240), painted(path('M640 806Q680 660 770 620T960 660T1020 806Q830 826 640 806Z'), '#3f83c4').replace('stroke-width="4"', 'stroke-width="0"'), heap.map(([x, y, s, a]) => crystal(x, y, s, a, 2)), shadow(548, 846, 90, 10), crystal(548, 782, 64, -8)];
};

export const substances = Object.fromEntries(Object.entries({
  'yodab-iodine': iodine, 'yodab-iodine-process': process, 'yodab-potassium-iodide': potassium, 'paya-xanthan-gum': xanthan, 'paya-lactic-acid': lactic, 'mesin-copper-sulfate': copper,
}).map(([name, drawing]) => [name, () => picture('chemicals', drawing())]));
