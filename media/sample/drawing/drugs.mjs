import { at, turn, rect, path, repeat, shadow, star, picture } from './kit.mjs';

// A syringe lying along x, needle to the right, its middle at the origin.
export function syringe(length = 560, width = 46, guard = false) {
  const h = width / 2, barrel = length * .46, start = -length * .2;
  return [
    rect(-length / 2, -h * .45, start + length / 2, h * .9, 'd', 4),
    rect(-length / 2 - 14, -h * 1.05, 18, h * 2.1, 'o', 7),
    rect(start, -h, barrel, width, 'o', 8),
    rect(start + barrel * .32, -h + 5, barrel * .66, width - 10, 'u', 5),
    rect(start + barrel * .22, -h + 4, barrel * .11, width - 8, 'k', 4),
    repeat(6, i => path(`M${start + barrel * (.42 + i * .09)} ${h - 4}v${i % 2 ? -10 : -17}`, 'f')),
    guard ? rect(start - 6, -h - 9, barrel + 40, width + 18, 'a', 14) : '',
    rect(start - 12, -h * 1.9, 16, h * 3.8, 'o', 7),
    path(`M${start + barrel} ${-h * .6}l26 ${h * .28}v${h * .64}l-26 ${h * .28}Z`, 'o'),
    rect(start + barrel + 24, -h * .4, length * .18, h * .8, 'm', 9),
    rect(start + 12, -h + 8, barrel - 26, 7, 'v', 3),
  ];
}

export function carton(x, y, width, height, depth = 70) {
  return at(x, y,
    path(`M0 0L${depth} ${-depth * .55}H${width + depth}L${width} 0Z`, 'd'),
    path(`M${width} 0L${width + depth} ${-depth * .55}V${height - depth * .55}L${width} ${height}Z`, 'm'),
    rect(0, 0, width, height), rect(2, height * .68, width - 4, height * .16, 'b'),
    path(star(width * .5, height * .34, Math.min(width, height) * .17), 'c'),
    path(`M${width * .1} ${height * .91}h${width * .34}M${width * .1} ${height * .6}h${width * .5}`, 'f'));
}

export function vial(x, base, width, height, contents, cap) {
  const neck = width * .52, left = -width / 2, shoulder = height * .26;
  const body = `M${left} 0V${-height + shoulder}C${left} ${-height + shoulder * .5} ${-neck / 2} ${-height + shoulder * .55} ${-neck / 2} ${-height + 8}H${neck / 2}C${neck / 2} ${-height + shoulder * .55} ${width / 2} ${-height + shoulder * .5} ${width / 2} ${-height + shoulder}V0Q${width / 2} 14 ${width / 2 - 18} 14H${left + 18}Q${left} 14 ${left} 0Z`;
  return at(x, base - 14,
    path(body, 'o'), contents,
    rect(left, -height * .5, width, height * .27, 'o'), rect(left, -height * .5, width, 20, 'b'),
    path(star(0, -height * .35, height * .055), 'c'), path(`M${left + 22} ${-height * .265}h${width - 44}`, 'f'),
    path(body, 'l'), rect(left + 14, -height * .72, 10, height * .66, 'v', 5),
    rect(-neck / 2 - 12, -height - 34, neck + 24, 46, 'm', 6), rect(-neck / 2 - 6, -height - 60, neck + 12, 30, cap, 8));
}

export const powder = (width, height) =>
  path(`M${-width / 2 + 4} 0V${-height}Q${-width * .2} ${-height - 26} 0 ${-height - 8}T${width / 2 - 4} ${-height}V0Q${width / 2 - 4} 10 ${width / 2 - 18} 10H${-width / 2 + 18}Q${-width / 2 + 4} 10 ${-width / 2 + 4} 0Z`, 'd');
export const liquid = (width, height) =>
  rect(-width / 2 + 4, -height, width - 8, height + 10, 't', 8);

// A pen along x; the dose button at the left, the cartridge at the right.
export function pen(length, { capped = false, dial = false } = {}) {
  const h = 32, left = -length / 2, body = length * .55;
  const front = capped
    ? [rect(left + body, -h, length * .43, h * 2, 'h', 12), rect(left + body + 26, -h - 9, length * .3, 12, 'm', 6)]
    : [rect(left + body, -h + 7, length * .3, h * 2 - 14, 'o', 6), rect(left + body + 12, -h + 17, length * .24, h * 2 - 34, 'u', 4),
      path(`M${left + body + length * .3} ${-h + 15}l20 6v${h * 2 - 42}l-20 6Z`, 'd'), path(`M${left + body + length * .3 + 20} 0h44`, 'l')];
  return [
    rect(left - 34, -h + 8, 40, h * 2 - 16, 'h', 10),
    rect(left, -h, body, h * 2, 'o', 10), front,
    dial ? repeat(7, i => path(`M${left + 14 + i * 9} ${-h + 8}v${h * 2 - 16}`, 'f')) : '',
    rect(left + body * .38, -15, body * .2, 30, 'n', 6), path(`M${left + body * .44} 0h${body * .08}`, 'p'),
    path(star(left + body * .8, 0, 17), 'c'), rect(left + 8, -h + 7, body - 20, 7, 'v', 3),
  ];
}

export const cap = length => [rect(-length / 2, -32, length, 64, 'h', 12), rect(-length / 2 + 22, -42, length * .7, 13, 'm', 6)];

const sixSyringes = repeat(6, i => at(560 + i * 68, 500, turn(0, 0, 90, syringe(300, 34))));

export const drugs = {
  'sarvin-filgrastim-300': () => picture('drugs', shadow(640, 728, 330), carton(420, 300, 330, 424, 110),
    shadow(600, 848, 400), turn(590, 812, -4, syringe(780, 62, true))),
  'sarvin-epoetin-4000': () => picture('drugs', shadow(640, 722, 400),
    rect(470, 306, 490, 406, 'd', 14), rect(492, 328, 446, 362, 'o', 8),
    repeat(6, i => rect(532 + i * 68, 344, 56, 330, 't', 20)), sixSyringes,
    path('M946 470q-26 38 0 76', 'l'),
    rect(250, 286, 270, 440, 'o', 4), path('M520 286l26 20v400l-26 20Z', 'm'), rect(252, 600, 266, 70, 'b'),
    path(star(385, 430, 70), 'c'), path('M282 700h90M282 560h150', 'f')),
  'zayandeh-interferon-beta-44': () => picture('drugs', shadow(620, 730, 400),
    path('M270 440L320 412H980L930 440Z', 'd'), path('M930 440L980 412V694L930 724Z', 'm'), rect(270, 440, 660, 284),
    rect(272, 470, 656, 36, 'b'), path(star(400, 612, 66), 'c'), path('M520 580h250M520 610h180M520 640h220', 'f'), rect(820, 570, 76, 90, 'd', 6),
    shadow(600, 858, 360), turn(590, 800, 9, syringe(660, 40)), turn(610, 792, -9, syringe(660, 40))),
  'zayandeh-trastuzumab-440': () => picture('drugs', shadow(530, 730, 170), shadow(800, 730, 110),
    vial(520, 726, 250, 410, powder(250, 96), 'h'), vial(800, 726, 150, 262, liquid(150, 180), 'm')),
  'mahour-teriparatide-pen': () => picture('drugs', shadow(630, 728, 330), carton(350, 540, 480, 184, 90),
    turn(600, 494, 0, rect(-120, -12, 60, 20, 'n', 4), rect(150, -12, 60, 20, 'n', 4)), turn(600, 446, 0, pen(620)),
    shadow(640, 838, 170), turn(640, 800, -5, cap(290))),
  'mahour-glargine-pen': () => picture('drugs', shadow(600, 730, 360),
    repeat(4, i => turn([360, 476, 724, 840][i], 494, 90, pen(480, { capped: true }))),
    shadow(600, 808, 80), turn(600, 512, 90, pen(600, { capped: true, dial: true }))),
};
