import { at, turn, rect, circle, ellipse, path, repeat, shadow, star, picture } from './kit.mjs';

// Pressure in squares, flow in spikes, volume in hills.
const curves = [
  path('M0 60h16v-44q30 -8 50 -8v52h44v-44q30 -8 50 -8v52h44v-44q30 -8 50 -8v52h36', 'p'),
  path('M0 130h16l4 -36l46 26v40l10 -26h34l4 -36l46 26v40l10 -26h34l4 -36l46 26v40l10 -26h30', 'c'),
  path('M0 220h16q30 -50 50 -50q14 0 24 50h20q30 -50 50 -50q14 0 24 50h20q30 -50 50 -50q14 0 24 50h16', 'y')];

const castors = (x, y, half) => [-1, 1].map(s => [circle(x + s * half, y, 20, 'n'), circle(x + s * half, y, 6, 'm')]);

const hose = d => [path(d, 'l').replace('class="l"', 'fill="none" stroke="#1d2023" stroke-width="20" stroke-linecap="round"'), path(d, 'l').replace('class="l"', 'fill="none" stroke="#fffefb" stroke-width="12" stroke-linecap="round"'), path(d, 'l').replace('class="l"', 'fill="none" stroke="#1b7a86" stroke-width="12" stroke-dasharray="3 9" stroke-opacity=".6"')];

const ventilator = () => [
  shadow(600, 830, 250), path('M470 800H730L700 776H500Z', 'd'), castors(600, 816, 118), rect(572, 650, 56, 130, 'm'), rect(520, 640, 160, 22, 'd', 8),
  rect(430, 470, 340, 180, 'o', 22), rect(430, 590, 340, 60, 'd', 20), rect(462, 500, 120, 60, 'm', 8), repeat(5, i => path(`M${476 + i * 23} 508v44`, 'f')), rect(640, 500, 96, 34, 'n', 8), circle(690, 618, 14, 'z'),
  hose('M480 618C380 640 320 600 250 540'), hose('M540 618C420 720 300 680 232 566'), circle(480, 618, 16, 'h'), circle(540, 618, 16, 'o'),
  turn(226, 540, -34, rect(-26, -22, 60, 44, 'o', 10), rect(-70, -12, 46, 24, 'h', 6)),
  rect(572, 440, 56, 36, 'm', 6), rect(340, 110, 520, 340, 'n', 26), rect(362, 132, 476, 296, 'k', 8), at(384, 150, '<g transform="scale(1.12 1.14)">', curves, '</g>'),
  rect(738, 150, 84, 46, 'v', 6), rect(738, 206, 84, 46, 'b', 6), rect(738, 262, 84, 46, 'z', 6), rect(738, 318, 84, 92, 'v', 6), rect(560, 104, 80, 12, 'z', 4),
];

const arrow = (d, look = 'c') => path(d, look).replace('/>', ' marker-end="url(#tip)"/>');
const tip = '<defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0L10 5L0 10Z" fill="#1b7a86"/></marker></defs>';

const circuit = () => [
  tip, shadow(600, 742, 470, 10), rect(110, 170, 980, 560, 'o', 22), rect(150, 220, 340, 460, 't', 18),
  circle(320, 360, 76, 'o'), repeat(6, i => `<g transform="translate(320 360) rotate(${i * 60})">${path('M0 0C18 -20 26 -44 12 -66', 'c')}</g>`), circle(320, 360, 16, 'h'),
  arrow('M180 360H232', 'l'), rect(230, 560, 70, 84, 'd', 12), circle(265, 546, 16, 'e'), path('M265 530V456H300V432', 'y'),
  arrow('M400 360H600'), rect(536, 318, 56, 84, 'd', 10), repeat(4, i => path(`M${546 + i * 12} 328v64`, 'f')), arrow('M596 360H758'),
  circle(770, 360, 14, 'h'), arrow('M770 376V560H470'), rect(420, 520, 76, 80, 'o', 12), path('M436 560h44M458 540v40', 'l'), arrow('M418 560H340V640'),
  at(900, 470, path('M0 -160V-70M0 -70C-16 -40 -60 -40 -74 20C-90 80 -96 120 -60 124C-20 128 -8 90 -8 30V-50M0 -70C16 -40 60 -40 74 20C90 80 96 120 60 124C20 128 8 90 8 30V-50', 'l'), path('M-20 0C-56 0 -84 110 -60 116C-30 120 -16 80 -20 0ZM20 0C56 0 84 110 60 116C30 120 16 80 20 0Z', 'u')),
  path('M784 360Q860 360 900 318', 'c'),
];

const concentrator = () => [
  shadow(560, 800, 230), castors(560, 790, 150), path('M380 250Q380 200 430 200H690Q740 200 740 250V750Q740 776 714 776H406Q380 776 380 750Z', 'o'),
  path('M440 200V170Q440 150 460 150H660Q680 150 680 170V200', 'l'), path('M382 330H738', 'f'), rect(414, 226, 130, 78, 'n', 10), path('M432 252h50M432 276h80', 'p'), circle(680, 264, 30, 'e'), path('M680 250v20', 'l'), circle(608, 250, 9, 'b'), circle(608, 278, 9, 'd'),
  rect(420, 360, 54, 190, 'o', 12), rect(430, 372, 34, 166, 't', 8), repeat(7, i => path(`M430 ${390 + i * 22}h${i % 2 ? 10 : 18}`, 'f')), circle(447, 442, 12, 'h'), rect(430, 550, 34, 22, 'm', 4),
  path('M540 400H690V560Q690 590 660 590H570Q540 590 540 560Z', 'o'), path('M544 480H686V560Q686 586 660 586H570Q544 586 544 560Z', 'u'), rect(560, 372, 110, 30, 'h', 8), rect(604, 344, 22, 30, 'd', 4), rect(668, 378, 30, 16, 'd', 4), path('M615 408v110', 'l'), repeat(4, i => circle(594 + i * 16, 530 - (i % 2) * 22, 6, 'v')),
  repeat(5, i => path(`M430 ${640 + i * 22}h260`, 'f')),
  shadow(900, 826, 120, 10), path('M690 386H770C880 386 800 620 830 700Q840 770 900 770', 'c'), ellipse(910, 790, 96, 30, 'c'), ellipse(910, 776, 82, 24, 'c'), at(1000, 744, path('M-40 30Q-10 -20 40 -16M0 0l-8 -30M26 -14l-4 -30', 'c'), circle(44, -16, 8, 'h')),
];

const infant = (x, y, s = 1) => at(x, y, `<g transform="scale(${s})">`, path('M-60 40C-60 -10 0 -34 110 -24Q180 -16 196 20Q200 48 150 50H-40Q-60 50 -60 40Z', 'h'), path('M-20 46C10 20 20 -6 24 -28M60 -28L84 50M130 -22L150 46', 'p'), circle(-82, 2, 46, 'd'), path('M-124 -14Q-112 -62 -70 -46Q-46 -36 -40 -8Q-80 -34 -124 -14Z', 'o'), path('M-104 8q8 6 14 0M-76 6q8 6 14 0M-94 26q8 5 14 0', 'f'), '</g>');

const incubator = () => [
  shadow(600, 830, 330), path('M380 806L420 740H780L820 806', 'l'), castors(600, 812, 222), rect(400, 640, 400, 110, 'd', 10), path('M400 694H800M560 668h80M560 722h80', 'f'),
  rect(270, 560, 660, 84, 'o', 18), rect(300, 580, 150, 44, 'n', 8), path('M316 602h40M316 614h70', 'p'), rect(470, 588, 60, 28, 'b', 6), rect(546, 588, 60, 28, 'z', 6), repeat(4, i => circle(660 + i * 40, 602, 12, i === 0 ? 'h' : 'd')),
  rect(360, 526, 480, 34, 'm', 12), rect(380, 504, 440, 26, 'o', 10), infant(580, 458, 1.02),
  path('M300 560V400Q300 220 480 200H720Q900 220 900 400V560Z', 'a'), path('M330 540V410Q330 250 484 232H716Q870 250 870 410V540', 'f'), path('M350 330Q380 262 450 248', 'p'),
  [410, 600, 790].map(x => [circle(x, 400, 56, 'o').replace('class="o"', 'fill="#fffefb" fill-opacity=".55" stroke="#1d2023" stroke-width="4"'), circle(x, 400, 42, 'l'), rect(x + 48, 388, 18, 24, 'h', 5)]),
  path('M470 200V170H730V200', 'l'), rect(880, 250, 70, 110, 'o', 10), rect(892, 264, 46, 34, 'n', 5), path('M896 322h38M896 340h24', 'f'),
];

const phototherapy = () => [
  '<path d="M470 258L330 600H870L730 258Z" fill="#4f8fe0" fill-opacity=".22"/>', '<path d="M540 258L470 600H730L660 258Z" fill="#4f8fe0" fill-opacity=".2"/>',
  shadow(600, 830, 330), path('M936 812H1030M936 812L930 200', 'l'), rect(920, 190, 20, 616, 'm', 8), path('M860 816H1010', 'l'), rect(850, 800, 170, 22, 'd', 10), castors(935, 832, 66), path('M930 210H760', 'l'),
  path('M440 196Q440 160 476 160H724Q760 160 760 196V240Q760 258 742 258H458Q440 258 440 240Z', 'o'), rect(444, 236, 312, 24, 'h', 8), repeat(9, i => circle(470 + i * 32, 260, 9, 'o').replace('class="o"', 'fill="#4f8fe0" stroke="#1d2023" stroke-width="3"')), rect(560, 182, 80, 34, 'n', 6), path('M572 200h40', 'p'),
  infant(586, 560), path('M300 600H900L868 706Q864 724 840 724H360Q336 724 332 706Z', 'a'), rect(312, 590, 576, 26, 'o', 12), rect(440, 724, 320, 22, 'm', 6), path('M470 746L430 812M730 746L770 812', 'l'), circle(426, 818, 14, 'n'), circle(774, 818, 14, 'n'),
];

// A microplate seen from above and a little from the front.
const plate = (x, y) => at(x, y, path('M-330 0L-290 -220H290L330 0Z', 'o'), path('M-330 0H330V40Q330 52 318 52H-318Q-330 52 -330 40Z', 'd'),
  repeat(8, r => repeat(12, c => { const t = r / 7, half = 268 + 34 * t, wx = -half + c * half * 2 / 11, wy = -202 + r * 26.5; const hit = (c * 7 + r * 5) % 11 === 0 || c === 0 && r < 2; return [ellipse(wx, wy, 18 + t * 3, 10 + t * 2, 'd'), ellipse(wx, wy + 2, 13 + t * 3, 6 + t * 2, hit ? 'z' : 't')]; })));
const reagent = (x, base, h, cap, level) => at(x, base, rect(-42, -h, 84, h, 'o', 10), rect(-38, -h * level, 76, h * level - 4, 'u', 8), rect(-42, -h * .66, 84, h * .34, 'o'), path(star(0, -h * .49, 18), 'c'), rect(-26, -h - 40, 52, 44, cap, 8));

const elisa = () => [
  [['h', 190, .6], ['e', 190, .5], ['n', 220, .7], ['o', 190, .4], ['h', 220, .6], ['e', 170, .5]].map(([cap, h, level], i) => reagent(330 + i * 108, 560, h, cap, level)),
  shadow(600, 806, 380), plate(600, 746),
];

const antibody = (x, y, look = 'c', flip = 1) => path(`M${x} ${y}v${-24 * flip}m0 0l-15 ${-19 * flip}m15 ${19 * flip}l15 ${-19 * flip}`, look);
const well = path('M-106 -340V-40Q-106 0 -66 0H66Q106 0 106 -40V-340', 'l');
const sandwich = () => [
  shadow(600, 742, 480, 10), rect(60, 190, 1080, 540, 'o', 22), [196, 465, 735, 1004].map((x, i) => at(x, 640,
    path('M-104 -300H104V-40Q104 -2 66 -2H-66Q-104 -2 -104 -40Z', i === 3 ? 'z' : 't'), well, '<g transform="scale(1.5)">', antibody(-30, -2), circle(32, -11, 10, 'h'),
    i > 0 ? [circle(-30, -56, 10, 'e'), antibody(32, -66, 'l', -1)] : '', i > 1 ? [antibody(-30, -110, 'l', -1), circle(-30, -116, 11, 'n'), circle(32, -76, 10, 'h'), circle(32, -98, 11, 'n')] : '', '</g>',
    i === 3 ? repeat(6, d => path(`M${-76 + d * 30} ${-280 + d % 2 * 22}v16`, 'p')) : '', repeat(i + 1, d => circle(-i * 11 + d * 22, 48, 7, 'b')))),
  [330, 600, 870].map(x => path(`M${x - 14} 460h28M${x + 2} 448l14 12l-14 12`, 'c')),
];

const reader = () => [
  shadow(540, 730, 290), path('M300 700V400Q300 330 370 320L700 290Q770 290 776 350L790 690Q790 724 756 724H334Q300 724 300 700Z', 'o'), path('M300 610Q540 580 788 606L790 690Q790 724 756 724H334Q300 724 300 700Z', 'd'),
  path('M352 380L720 346V520L352 540Z', 'n'), path('M380 430h120M380 462h80', 'p'), rect(560, 396, 120, 70, 'b', 6), path('M580 420h80M580 444h50', 'p'), path('M380 500h300', 'y'), circle(370, 668, 18, 'h'), circle(430, 668, 12, 'd'),
  rect(520, 640, 220, 22, 'k', 8), path('M560 650H700V760Q700 776 684 776H576Q560 776 560 760Z', 'o'), rect(560, 690, 140, 26, 'b'), circle(630, 742, 14, 'a'),
  shadow(920, 806, 120, 11), turn(930, 770, -8, rect(-80, -26, 160, 52, 'o', 8), rect(-80, -10, 60, 20, 'b'), circle(40, 0, 13, 'a')), path('M940 500C990 570 1004 596 1004 624A64 64 0 0 1 876 624C876 596 890 570 940 500Z', 'o').replace('class="o"', 'fill="#b3423c" stroke="#1d2023" stroke-width="4"'), path('M902 620q2 30 26 38', 'p'),
];

export const ward = Object.fromEntries(Object.entries({
  'nafasyar-ventilator-v7': ventilator, 'nafasyar-ventilator-v7-circuit': circuit, 'nafasyar-oxygen-concentrator': concentrator, 'navid-infant-incubator': incubator, 'navid-phototherapy-p2': phototherapy,
  'sanjeh-hiv-elisa': elisa, 'sanjeh-hiv-elisa-principle': sandwich, 'sanjeh-hba1c-reader': reader,
}).map(([name, drawing]) => [name, () => picture('devices', drawing())]));
