import { at, turn, rect, circle, ellipse, path, repeat, shadow, star, picture } from './kit.mjs';
import { carton, vial, powder, liquid, pen } from './drugs.mjs';

// A skirt that clips over the vial's neck, a spike below and a screw port above.
const adapter = (x, y) => turn(x, y, 76,
  path('M-58 -6H58L66 50Q0 66 -66 50Z', 'o'), path('M-34 2L-38 54M0 2V58M34 2L38 54', 'f'), path('M-10 58L0 104L10 58', 'd'), rect(-64, -22, 128, 20, 'h', 8), path('M-22 -22V-66H22V-22Z', 'o'), path('M-22 -36L22 -46M-22 -50L22 -60', 'f'));

const factor = () => [
  shadow(330, 730, 90), shadow(500, 730, 110), shadow(700, 730, 140), shadow(900, 730, 90),
  vial(330, 726, 132, 236, powder(132, 44), 'm'), vial(500, 726, 166, 306, powder(166, 60), 'h'), vial(700, 726, 206, 376, powder(206, 80), 'h'),
  vial(900, 726, 132, 258, liquid(132, 190), 'm'), shadow(690, 860, 120, 9), adapter(700, 806),
];

const alteplase = () => [
  shadow(430, 728, 220), carton(280, 372, 270, 352, 80), shadow(810, 730, 140),
  turn(810, 64, 180, vial(0, 0, 140, 186, liquid(140, 120), 'm')), vial(810, 726, 190, 258, powder(190, 56), 'h'),
  rect(797, 318, 26, 96, 'd', 4), rect(764, 352, 92, 20, 'h', 8), path('M810 326v76', 'c'), path('M884 300q40 60 0 120M870 404l14 16l20 -10', 'c'),
];

// The pictogram of a vial vaccine monitor; warmth darkens the square.
const monitor = (x, y, r, warmth) => at(x, y, circle(0, 0, r, 'h'), circle(0, 0, r, 'v'), `<rect x="${-r * .46}" y="${-r * .46}" width="${r * .92}" height="${r * .92}" fill="#7d4a76" fill-opacity="${warmth}" stroke="#1d2023" stroke-width="2"/>`);

const vaccineVial = x => [vial(x, 826, 104, 184, liquid(104, 116), 'h'), circle(x, 750, 23, 'o'), monitor(x, 750, 18, .06)];

const vaccine = () => [
  shadow(600, 730, 420),
  path('M250 330L300 280H950L900 330Z', 'd'), path('M900 330L950 280V664L900 724Z', 'm'), rect(250, 330, 650, 394, 'o', 10), path('M250 408H900L950 352', 'l'), rect(252, 410, 646, 22, 'b'),
  path('M470 280V236Q470 210 496 210H716Q742 210 742 236V280', 'l'), rect(540, 384, 84, 44, 'm', 8),
  at(575, 506, repeat(6, i => `<g transform="rotate(${i * 60})">${path('M0 0V-54M-14 -42L0 -30L14 -42', 'c')}</g>`)),
  shadow(600, 836, 350, 12), [330, 465, 600, 735, 870].map(vaccineVial),
];

const stages = () => [
  rect(150, 190, 900, 360, 'o', 22), path('M210 550V724M990 550V724', 'l'), shadow(210, 728, 40, 8), shadow(990, 728, 40, 8),
  [.06, .3, .56, .96].map((warmth, i) => monitor(280 + i * 214, 340, 86, warmth)),
  path('M210 506H960M940 492l24 14l-24 14', 'y'), [280, 494].map(x => path(`M${x - 18} 462l12 14l26 -28`, 'c')), [708, 922].map(x => path(`M${x - 14} 448l28 28M${x + 14} 448l-28 28`, 'l')),
  shadow(600, 804, 300, 10), [400, 500, 600, 700, 800].map((x, i) => [vial(x, 800, 70, 112, liquid(70, 74), 'h'), circle(x, 753, 15, 'o'), monitor(x, 753, 12, [.06, .06, .3, .56, .96][i])]),
];

const somatropin = () => [
  shadow(560, 728, 290), carton(330, 300, 380, 424, 110), shadow(560, 842, 340, 12), turn(560, 800, -3, pen(660)), shadow(980, 790, 90),
  at(980, 736, path('M-70 44V-10Q-70 -44 -36 -44H36Q70 -44 70 -10V44Q0 60 -70 44Z', 'h'), ellipse(0, 44, 70, 14, 'm'), path('M-48 -20Q-40 -30 -24 -30', 'p')),
];

const autoinjector = (open = true, fill = .5) => [
  path('M-62 -230Q-62 -268 -24 -268H24Q62 -268 62 -230V150H-62Z', 'o'), rect(-62, -268, 124, 60, 'h', 28), rect(-60, -222, 120, 20, 'b'),
  rect(-30, -150, 60, 190, 'n', 16), rect(-24, -144, 48, 178, 'a', 12), rect(-24, 34 - 178 * fill, 48, 178 * fill, 'h', 12), path('M-44 70h88M-44 94h60', 'f'), path(star(0, 122, 18), 'c'),
  open ? [path('M-50 150H50L42 196H-42Z', 'e'), path('M0 196v10', 'l')] : rect(-66, 146, 132, 96, 'h', 16),
];

const adalimumab = () => [
  shadow(420, 728, 230), carton(250, 360, 320, 364, 90), shadow(800, 730, 110), at(800, 520, autoinjector(true, .08)),
  shadow(630, 826, 100, 11), turn(630, 786, -8, rect(-74, -46, 132, 92, 'h', 18), ellipse(58, 0, 16, 46, 'm'), path('M-50 -26h60', 'p')),
];

const skin = x => [path(`M${x} 566Q${x + 155} 512 ${x + 310} 566V678Q${x + 310} 700 ${x + 288} 700H${x + 22}Q${x} 700 ${x} 678Z`, 'd'), path(`M${x + 30} 592q125 -34 250 0M${x + 60} 630q95 -22 190 0`, 'f')];
const step = (x, ...content) => [rect(x, 170, 310, 530, 'o', 22), content];
const steps = () => [
  shadow(600, 728, 470),
  step(105, at(260, 400, '<g transform="scale(.78)">', autoinjector(true, .04), '</g>'), at(260, 636, rect(-52, -36, 104, 72, 'h', 14)), path('M350 560v76M338 622l12 16l12 -16', 'y')),
  step(445, at(600, 392, '<g transform="scale(.78)">', autoinjector(true, .4), '</g>'), skin(445), path('M690 300v90M678 376l12 16l12 -16', 'y')),
  step(785, at(940, 392, '<g transform="scale(.78)">', autoinjector(true, 1), '</g>'), skin(785), path('M1014 300l16 18l34 -40', 'c')),
  [260, 600, 940].map((x, i) => repeat(i + 1, d => circle(x - i * 14 + d * 28, 768, 9, 'b'))),
];

const rituximab = () => [
  shadow(360, 730, 110), shadow(560, 730, 170), vial(350, 726, 150, 270, liquid(150, 190), 'h'), vial(570, 726, 230, 400, liquid(230, 290), 'h'),
  shadow(880, 730, 130), rect(930, 120, 14, 590, 'm', 7), path('M937 128H852V160', 'l'), path('M880 724H994M937 700v24', 'l'), rect(876, 706, 122, 18, 'd', 8),
  path('M786 180Q852 150 918 180L912 410Q852 440 792 410Z', 'o'), path('M790 260Q852 244 914 260L911 406Q852 434 793 406Z', 'u'), rect(818, 286, 68, 70, 'o', 6), path(star(852, 321, 22), 'c'),
  rect(840, 424, 24, 34, 'd', 4), path('M836 458h32v60q-16 24 -32 0Z', 'o'), path('M838 496h28v20q-14 18 -28 0Z', 'u'), path('M852 530C852 640 760 560 760 660S800 800 700 810', 'l'), rect(672, 798, 44, 24, 'e', 6),
];

export const biologicals = Object.fromEntries(Object.entries({
  'roshana-eptacog-alfa': factor, 'roshana-alteplase-50': alteplase, 'hirkan-hepatitis-b-vaccine': vaccine, 'hirkan-hepatitis-b-vaccine-vvm': stages, 'hirkan-somatropin-pen': somatropin,
  'taban-adalimumab-40': adalimumab, 'taban-adalimumab-40-steps': steps, 'taban-rituximab': rituximab,
}).map(([name, drawing]) => [name, () => picture('drugs', drawing())]));
