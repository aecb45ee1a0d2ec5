import { at, turn, rect, circle, path, repeat, dice, shadow, star, picture } from './kit.mjs';

export function screen(x, y, width, height, ...content) {
  return at(x, y, rect(0, 0, width, height, 'n', 20), rect(18, 18, width - 36, height - 36, 'o', 8), content,
    path(`M${width / 2 - 46} ${height}l-14 70h120l-14 -70Z`, 'm'), rect(width / 2 - 110, height + 62, 220, 20, 'd', 8));
}

// Lines of nastaliq seen from afar: long sweeps falling to the left, with dots.
const hand = (x, y) => at(x, y,
  path('M210 -18q-10 26 -40 24q-24 -2 -22 -22q-10 30 -44 24q-60 -8 -96 34q-14 26 20 22', 'l'),
  path('M196 -44v34M120 -40v36', 'l'), circle(160, 24, 4, 'k'), circle(172, 26, 4, 'k'), circle(60, 46, 4, 'k'), circle(96, -30, 4, 'k'));

function manuscript() {
  return turn(350, 430, -4,
    rect(-170, -250, 340, 500, 'o', 6), path('M-170 -250h340v500h-340Z', 'l'), rect(-146, -226, 292, 452, 't', 4), rect(-128, -208, 256, 416, 'o', 4),
    path(star(0, -158, 36), 'c'), repeat(4, i => hand(-106, -88 + i * 74)));
}

const ocr = () => [
  shadow(350, 734, 190), manuscript(), shadow(800, 734, 190),
  screen(560, 250, 480, 390, rect(44, 48, 190, 290, 't', 4), repeat(3, i => `<g transform="translate(52 ${112 + i * 76}) scale(.76)">${hand(0, 0)}</g>`),
    rect(44, 180, 190, 76, 'l', 4).replace('class="l"', 'fill="none" stroke="#e0a021" stroke-width="5"'),
    repeat(8, i => rect(440 - [150, 170, 120, 160, 170, 90, 150, 130][i], 62 + i * 34, [150, 170, 120, 160, 170, 90, 150, 130][i], 11, i === 3 ? 'z' : i % 4 ? 'u' : 'b', 5))),
];

const levels = repeat(46, i => 12 + 92 * Math.abs(Math.sin(i * .55)) * (.35 + .65 * Math.abs(Math.sin(i * .17 + .6))));
const speech = () => [
  shadow(300, 734, 130), rect(226, 200, 148, 300, 'o', 74), rect(240, 214, 120, 190, 'd', 60), repeat(6, i => path(`M252 ${262 + i * 26}h96`, 'f')), rect(228, 404, 144, 22, 'b'),
  path('M190 400v40q0 116 110 116t110 -116v-40M300 556v140', 'l'), path('M220 724q0 -30 80 -30t80 30Z', 'm'),
  repeat(20, i => path(`M${446 + i * 14} ${350 - levels[i]}V${350 + levels[i]}`, i % 6 === 2 ? 'y' : 'c')),
  shadow(860, 734, 170), screen(700, 210, 400, 430,
    repeat(4, i => [circle(66, 76 + i * 92, 22, i % 2 ? 'd' : 'h'), rect(106, 54 + i * 92, [230, 190, 240, 150][i], 14, i % 2 ? 'u' : 'b', 7), rect(106, 82 + i * 92, [170, 220, 130, 190][i], 14, i % 2 ? 'u' : 'b', 7)])),
];

function gateway() {
  const block = (x, y) => at(x, y, rect(0, 0, 104, 64, 'h', 6), repeat(4, i => [circle(18 + i * 23, 24, 9, 'd'), path(`M${12 + i * 23} 24h12`, 'f'), rect(10 + i * 23, 42, 16, 16, 'k', 2)]));
  return [
    rect(120, 420, 960, 92, 'm'), path('M120 438H1080M120 494H1080', 'f'), repeat(11, i => rect(150 + i * 88, 456, 44, 20, 'd', 10)),
    shadow(600, 728, 300), path('M870 236L910 210V676L870 706Z', 'm'), path('M330 236L370 210H910L870 236Z', 'd'), rect(330, 236, 540, 470, 'o', 12),
    repeat(4, i => block(348 + i * 128, 250)), rect(360, 340, 480, 236, 'd', 12), path(star(432, 410, 40), 'c'), path('M500 396h140M500 422h90', 'l'),
    repeat(6, i => [circle(396 + i * 40, 520, 9, i === 1 ? 'z' : i < 4 ? 'b' : 'o'), path(`M${388 + i * 40} 544h16`, 'f')]),
    repeat(2, i => at(668 + i * 90, 440, rect(0, 0, 76, 80, 'n', 6), path('M14 66V26h14V14h20v12h14v40Z', 'p'), rect(6, -16, 16, 10, 'z'))),
    rect(360, 600, 480, 84, 'h', 8), repeat(10, i => [circle(388 + i * 47, 628, 11, 'd'), path(`M${380 + i * 47} 628h16`, 'f'), rect(379 + i * 47, 652, 18, 20, 'k', 2)]),
    path('M388 682C388 780 300 760 300 850M435 682C435 800 380 780 380 850M482 682C482 800 460 800 460 850', 'c'), path('M706 520C706 820 800 700 800 850', 'l'),
  ];
}

function deviceTree() {
  const branch = (x, y, alarm) => [path(`M300 110V170H${x}V${y - 20}`, alarm ? 'y' : 'c')];
  const leaf = (x, y, alarm) => [path(`M${x} ${y + 26}v40M${x - 40} ${y + 96}v-30h80v30`, alarm ? 'y' : 'c'), rect(x - 34, y - 26, 68, 52, alarm ? 'e' : 'o', 8), path(`M${x - 18} ${y - 8}h36M${x - 18} ${y + 8}h20`, 'f'),
    [-40, 40].map(d => circle(x + d, y + 112, 18, alarm && d > 0 ? 'e' : 'd'))];
  return [[110, 240], [236, 240], [364, 240, true], [490, 240]].map(([x, y, alarm]) => [branch(x, y, alarm), leaf(x, y, alarm)]);
}

const monitoring = () => [
  shadow(600, 738, 260), screen(250, 190, 700, 460, rect(18, 18, 664, 40, 'b'), repeat(3, i => circle(44 + i * 26, 38, 7, 'v')),
    deviceTree(), rect(252, 74, 96, 46, 'h', 8), path('M276 90h48M276 104h28', 'p'),
    rect(566, 84, 98, 150, 't', 6), path('M578 206l18 -30l18 12l20 -52l18 24', 'c'), rect(566, 250, 98, 40, 'e', 6), repeat(4, i => path(`M566 ${320 + i * 26}h${[98, 70, 88, 54][i]}`, 'f')),
    path('M60 400h440', 'f')),
];

function irrigation() {
  const plant = x => at(x, 724, path('M0 0V-46M0 -20Q-30 -26 -36 -56Q-6 -52 0 -20M0 -30Q30 -40 34 -70Q4 -64 0 -30', 'l'), path('M0 -20Q-30 -26 -36 -56Q-6 -52 0 -20M0 -30Q30 -40 34 -70Q4 -64 0 -30', 'u'), path('M0 0q-20 30 -36 44M0 0q6 34 2 60M0 0q22 28 40 36', 'f'));
  return [
    '<rect y="724" width="1200" height="176" fill="#d9d3c5"/>', path('M0 724H1200', 'l'), repeat(60, i => circle((i * 211) % 1200, 752 + (i * 67) % 140, 3 + i % 4, 'x')),
    rect(588, 150, 24, 590, 'd', 6), turn(640, 180, -24, rect(-150, -26, 300, 44, 'h', 6), repeat(5, i => path(`M${-100 + i * 50} -24v40`, 'p')), path('M-148 -4h296', 'p')), path('M604 210l26 -20', 'l'),
    rect(440, 330, 320, 280, 'o', 22), rect(462, 352, 276, 236, 'd', 14), rect(486, 376, 160, 96, 'n', 8), path('M502 452q16 -50 36 -26t36 -22t52 6', 'p'), path('M502 396h50', 'y'),
    repeat(2, r => repeat(2, c => rect(666 + c * 34 - 4, 380 + r * 46, 28, 34, r + c === 2 ? 'h' : 'o', 6))), repeat(16, i => circle(490 + (i % 8) * 31, 510 + Math.floor(i / 8) * 40, 9, [1, 2, 9].includes(i) ? 'b' : 'o')),
    path('M520 610V680H330V740', 'l'), path('M322 724h16v110l-8 26l-8 -26Z', 'h'), path('M296 780q-22 20 0 40M364 780q22 20 0 40', 'c'),
    path('M680 610V706H1090', 'c'), [800, 910, 1020].map(x => [rect(x - 12, 694, 24, 24, 'o', 4), path(`M${x} 734q-9 16 0 22q9 -6 0 -22`, 'c')]), [760, 860, 970, 1070].map(plant), [140, 230].map(plant),
    circle(1020, 170, 44, 'z'),
  ];
}

function basin() {
  const ring = s => `M${600 - 330 * s} ${430 + 20 * s}C${600 - 340 * s} ${430 - 180 * s} ${600 - 130 * s} ${430 - 250 * s} ${600 + 40 * s} ${430 - 225 * s}S${600 + 340 * s} ${430 - 130 * s} ${600 + 330 * s} ${430 + 40 * s}S${600 + 110 * s} ${430 + 230 * s} ${600 - 70 * s} ${430 + 215 * s}S${600 - 325 * s} ${430 + 150 * s} ${600 - 330 * s} ${430 + 20 * s}Z`;
  const roll = dice(19);
  const fields = repeat(7, r => repeat(8, c => { const tone = ['t', 'u', 'b', 't', 'z'][Math.floor(roll() * 4.5)]; return path(`M${c * 56} ${r * 48}h48v40h-48Z`, tone); }));
  return [
    shadow(600, 742, 380), rect(180, 130, 840, 600, 'o', 18), '<clipPath id="map"><rect x="200" y="150" width="800" height="480"/></clipPath>', rect(200, 150, 800, 480, 'd', 6), '<g clip-path="url(#map)">',
    [1.34, 1.18, 1].map((s, i) => path(ring(s), 'f')), path(ring(1), 'o'), '<clipPath id="basin"><path d="' + ring(.97) + '"/></clipPath><g clip-path="url(#basin)">', turn(392, 272, -7, fields), '</g>',
    [.8, .6, .42].map(s => path(ring(s), 'f')), path('M700 210C640 300 760 340 640 420S560 560 470 640M520 250C560 320 620 350 650 412M820 400C760 420 720 400 652 412', 'c'), path(ring(1), 'l'), '</g>',
    rect(200, 150, 800, 480, 'l', 6), rect(220, 656, 360, 46, 'b', 6), rect(580, 656, 270, 46, 'u', 6), rect(850, 656, 130, 46, 'e', 6), path('M220 656h760v46H220Z', 'l'), circle(700, 210, 12, 'e'),
  ];
}

export const ict = {
  'mehrgan-khatkhan-ocr': () => picture('ict', ocr()),
  'mehrgan-goftar-speech': () => picture('ict', speech()),
  'sepidar-gateway-g4': () => picture('ict', gateway()),
  'sepidar-dideh-monitor': () => picture('ict', monitoring()),
  'kavir-irrigation-controller': () => picture('ict', irrigation()),
  'kavir-basin-service': () => picture('ict', basin()),
};
