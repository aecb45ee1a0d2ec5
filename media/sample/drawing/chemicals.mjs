import { at, turn, rect, circle, ellipse, path, repeat, dice, shadow, star, picture } from './kit.mjs';

export function sack(x, base) {
  const body = 'M-170 0Q-196 -200 -160 -392Q0 -412 160 -392Q196 -200 170 0Q0 26 -170 0Z';
  return at(x, base, path(body, 'o'), path('M-160 -392L-150 -440H150L160 -392Q0 -412 -160 -392Z', 'd'), path('M-146 -424H146', 'f'),
    path('M-183 -130Q0 -104 183 -130L180 -60Q0 -34 -180 -60Z', 'b'), path(star(0, -262, 76), 'c'), path('M-60 -160h120', 'f'));
}

function nanoparticles(cx, cy, r) {
  const roll = dice(41), balls = [];
  for (let tries = 0; tries < 900 && balls.length < 34; tries++) {
    const angle = roll() * 6.283, reach = Math.sqrt(roll()) * (r - 34), size = 17 + roll() * 12;
    const x = cx + reach * Math.cos(angle), y = cy + reach * Math.sin(angle);
    if (balls.every(([bx, by, bs]) => Math.hypot(bx - x, by - y) > bs + size + 3)) balls.push([x, y, size]);
  }
  return balls.map(([x, y, size], i) => [circle(x, y, size, i % 5 === 0 ? 'h' : 'd'), circle(x - size * .3, y - size * .3, size * .22, 'v')]);
}

const zincOxide = () => [
  shadow(420, 732, 220), sack(410, 724), path('M470 540L640 330M470 580L668 560', 'f'), circle(470, 560, 24, 'l'),
  circle(800, 420, 190, 'o'), circle(800, 420, 180, 't'), nanoparticles(800, 420, 190), circle(800, 420, 190, 'l'),
  path('M712 660h176M712 650v20M888 650v20', 'f'),
  shadow(760, 790, 150, 10), path('M620 786Q700 742 760 730Q830 746 900 786Q760 806 620 786Z', 'o'), path('M690 770q30 -14 60 -12M790 766q24 4 44 12', 'f'),
];

const ceriumOxide = () => [
  shadow(430, 732, 210), path('M250 380L280 712Q430 742 580 712L610 380Z', 'o'), path('M262 510L274 640Q430 668 586 640L598 510Q430 540 262 510Z', 'b'),
  path(star(430, 590, 44), 'p'), ellipse(430, 380, 180, 50, 'm'), ellipse(430, 384, 160, 38, 'o'),
  path('M276 384Q330 330 400 350T520 340Q570 350 586 384Q520 420 430 420T276 384Z', 'e'), path('M276 384Q330 330 400 350T520 340Q570 350 586 384Q520 420 430 420T276 384Z', 'v'),
  path('M252 400C180 260 300 250 330 250H530C570 250 680 270 608 400', 'f'), rect(380, 238, 100, 22, 'm', 10),
  shadow(820, 770, 190), path('M640 690V740Q640 790 820 790T1000 740V690Z', 'm'), ellipse(820, 690, 180, 52, 'u'), ellipse(820, 690, 180, 52, 'l'),
  path('M680 690q70 -30 140 -4t140 0', 'p'), path('M724 668V632Q724 600 820 600T916 632V668Q916 700 820 700T724 668Z', 'a'),
  ellipse(820, 632, 96, 32, 'o'), ellipse(820, 630, 80, 24, 't'), path('M776 628q36 -18 72 -10', 'p'),
  path('M820 600V470Q820 440 850 440H1040V728M1000 728h80', 'l'), rect(796, 520, 48, 90, 'd', 8),
];

const peaks = [[120, 26], [210, 90], [300, 250], [386, 140], [470, 60], [540, 34]];
function chromatogram() {
  const curve = peaks.map(([x, h]) => `L${x - 22} 0C${x - 8} 0 ${x - 8} ${-h} ${x} ${-h}S${x + 8} 0 ${x + 26} 0`).join('');
  return at(450, 684, rect(-40, -410, 700, 450, 'o', 16), repeat(6, i => path(`M0 ${-i * 66}H620`, 'f')).join('').replaceAll('class="f"', 'class="f" opacity=".18"'),
    path('M0 -350V0H620', 'f'), path(`M0 0${curve}L610 0`, 'c'), circle(300, -250, 9, 'z'), repeat(9, i => path(`M${62 * (i + 1)} 0v10`, 'f')));
}

export function bottle(x, base, tone) {
  const body = 'M-120 -20V-280C-120 -350 -54 -350 -46 -410V-450H46V-410C54 -350 120 -350 120 -280V-20Q120 0 96 0H-96Q-120 0 -120 -20Z';
  return at(x, base, path(body, 'o'), `<path d="${body}" fill="${tone}" stroke="#1d2023" stroke-width="4"/>`, rect(-56, -498, 112, 58, 'n', 8), repeat(6, i => path(`M${-40 + i * 16} -490v42`, 'p')).join('').replaceAll('class="p"', 'class="p" opacity=".25"'),
    rect(-120, -250, 240, 170, 'o'), rect(-118, -248, 236, 34, 'b'), path(star(-62, -150, 36), 'c'), path('M0 -176h90M0 -152h70M0 -128h84', 'f'), rect(-100, -330, 14, 66, 'v', 7));
}

function burette() {
  return [
    shadow(800, 732, 190), rect(660, 700, 300, 26, 'm', 8), rect(916, 130, 16, 574, 'd', 6), path('M924 300H806', 'l'), rect(776, 284, 50, 32, 'n', 6),
    rect(786, 150, 30, 330, 'o', 6), rect(789, 230, 24, 246, 't'), repeat(14, i => path(`M816 ${170 + i * 21}h${i % 5 ? -9 : -17}`, 'f')),
    rect(770, 480, 62, 20, 'h', 6), path('M793 500h16l-5 46h-6Z', 'o'), path('M801 558q-9 16 0 20q9 -4 0 -20', 'u'),
    path('M776 580h50v44L896 690Q902 702 884 702H718Q700 702 706 690L776 624Z', 'o'), path('M746 654H856L892 692Q894 698 884 698H718Q708 698 710 692Z', 'u'), path('M768 580h66', 'l'),
  ];
}

const crystals = (x, y) => [[0, 0, 30, 12], [44, 6, 24, -20], [-42, 8, 22, 30], [84, 12, 18, 8]].map(([dx, dy, s, a]) =>
  turn(x + dx, y + dy, a, path(`M0 ${-s}L${s * .7} ${-s * .2}L${s * .45} ${s * .6}H${-s * .5}L${-s * .7} ${-s * .2}Z`, 'o'), path(`M0 ${-s}L${-s * .1} ${s * .6}`, 'f')));

export function drum(x, base) {
  return at(x, base, path('M-150 -350V-20Q-150 20 0 20T150 -20V-350Z', 'h'), ellipse(0, -350, 150, 40, 'd'), ellipse(0, -350, 126, 30, 'l'), ellipse(-60, -346, 22, 9, 'n'), ellipse(76, -354, 14, 6, 'n'),
    [-240, -120].map(y => [path(`M-154 ${y}q0 30 154 30t154 -30v16q0 30 -154 30t-154 -30Z`, 'd')]),
    path('M-74 -206Q0 -190 74 -206V-132Q0 -116 -74 -132Z', 'o'), path(star(0, -40, 34), 'p'), rect(-128, -320, 16, 66, 'v', 8));
}

function column() {
  const packing = repeat(9, r => repeat(5, c => turn(748 + c * 36 + (r % 2 ? 16 : 0), 300 + r * 34, (r * 31 + c * 53) % 180, rect(-13, -8, 26, 16, 'o', 3))));
  return [
    shadow(830, 732, 170), path('M716 690V210Q716 130 830 130T944 210V690Z', 'o'), rect(720, 280, 220, 316, 't'),
    '<clipPath id="bed"><rect x="720" y="282" width="220" height="312"/></clipPath><g clip-path="url(#bed)">', packing, '</g>',
    path('M716 280H944M716 596H944', 'l'), path('M716 690H944', 'l'), path('M720 636H940V688H720Z', 'u'), path('M740 690l-20 36M920 690l20 36', 'l'),
    path('M830 130V92H1010V200', 'l'), path('M1000 190l10 20l10 -20', 'l'), path('M944 250H1040M944 660H1040', 'l'), path('M716 660H640V728', 'c'), path('M830 236V210M790 236H870', 'l'),
    repeat(5, i => path(`M${790 + i * 20} 244l-4 18`, 'c')), circle(1040, 250, 18, 'd'), circle(1040, 660, 18, 'e'),
  ];
}

function carbonFilter() {
  const roll = dice(7);
  const grains = repeat(340, () => { const x = 330 + roll() * 300, y = 336 + roll() * 230, s = 9 + roll() * 9; return turn(x, y, roll() * 180, path(`M${-s} ${s * .3}L${-s * .4} ${-s * .7}L${s * .7} ${-s * .6}L${s} ${s * .5}L0 ${s * .8}Z`, 'k').replace('/>', ' stroke="#faf8f3" stroke-width="2"/>')); });
  return [
    shadow(480, 732, 220), path('M300 680V230Q300 150 480 150T660 230V680Q660 724 480 724T300 680Z', 'o'),
    '<clipPath id="carbon"><path d="M304 330H656V572H304Z"/></clipPath>', rect(304, 330, 352, 242, 'm'), '<g clip-path="url(#carbon)">', grains, '</g>',
    rect(304, 572, 352, 50, 'd'), repeat(26, i => circle(318 + (i % 13) * 27, 586 + Math.floor(i / 13) * 22, 6, 'o')), rect(304, 226, 352, 100, 't'),
    path('M300 330H660M300 572H660M300 622H660', 'l'), path('M480 150V84H560M640 690H740', 'l'), path('M480 190V240M440 260l40 -20l40 20', 'c'), rect(560, 66, 50, 36, 'd', 6), rect(740, 672, 50, 36, 'd', 6),
    path('M300 680V230Q300 150 480 150T660 230V680Q660 724 480 724T300 680Z', 'l'),
    at(70, 52, shadow(880, 732, 140), path('M880 560C790 560 760 640 790 700C830 744 930 744 970 700C1000 640 970 560 880 560Z', 'd'), path('M880 560V728M850 590q-30 20 -40 60M830 700q10 -40 30 -50M910 590q30 20 40 60M930 700q-10 -40 -30 -50', 'f')),
    path('M700 770q24 -30 56 -6q20 22 -8 34q-40 6 -48 -28Z', 'u'), path('M700 770q24 -30 56 -6q20 22 -8 34q-40 6 -48 -28Z', 'l'),
  ];
}

export const chemicals = {
  'firouzeh-zinc-oxide-nano': () => picture('chemicals', zincOxide()),
  'firouzeh-cerium-oxide': () => picture('chemicals', ceriumOxide()),
  'alvand-acetonitrile-hplc': () => picture('chemicals', shadow(740, 730, 380), chromatogram(), shadow(350, 740, 160), bottle(350, 730, 'rgba(160,92,30,.62)')),
  'alvand-silver-nitrate': () => picture('chemicals', shadow(450, 734, 160), bottle(440, 726, 'rgba(29,32,35,.82)'), burette(), shadow(420, 816, 110, 10), crystals(400, 792)),
  'karoun-monoethanolamine': () => picture('chemicals', shadow(420, 740, 200), column(), drum(420, 716)),
  'karoun-activated-carbon': () => picture('chemicals', carbonFilter()),
};
