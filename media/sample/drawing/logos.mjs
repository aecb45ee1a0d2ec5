import { path, circle, repeat, star, mark } from './kit.mjs';

const ring = (n, r, make) => repeat(n, i => make(200 + r * Math.cos(i / n * 2 * Math.PI - Math.PI / 2), 200 + r * Math.sin(i / n * 2 * Math.PI - Math.PI / 2), i));
const frame = path(star(200, 200, 150), 'w');

export const logos = Object.fromEntries(Object.entries({
  'sarvin-zist-darou': () => mark('drugs', path('M200 50C290 130 290 270 200 350C110 270 110 130 200 50Z', 'w'), path('M200 120V350M200 200l44 -40M200 260l-44 -40', 'w')),
  'zayandeh-protein-teb': () => mark('drugs', path('M70 140q65 -80 130 0t130 0M70 200q65 -80 130 0t130 0M70 260q65 -80 130 0t130 0', 'w'), circle(200, 330, 18, 'z')),
  'mahour-ghalam-darou': () => mark('drugs', path('M90 310L250 150L290 190L130 350L80 360Z', 'w'), path('M250 150L290 110Q310 90 330 110T330 150L290 190', 'w'), path('M90 120a60 60 0 0 1 80 -50', 'q')),
  'nabzava-teb': () => mark('devices', frame, path('M96 206h52l20 -40l34 90l30 -110l22 60h50', 'w')),
  'pezhvak-negar-shargh': () => mark('devices', ...[60, 110, 160].map(r => path(`M${200 - r} 300A${r} ${r} 0 0 1 ${200 + r} 300`, 'w')), circle(200, 300, 20, 'z')),
  'golbaft-zist': () => mark('devices', ring(8, 84, (x, y) => circle(x, y, 58, 'w')), circle(200, 200, 22, 'z')),
  'nano-firouzeh-kerman': () => mark('chemicals', path('M200 60L320 130V270L200 340L80 270V130Z', 'w'), ring(6, 74, (x, y) => circle(x, y, 24, 'b')), circle(200, 200, 28, 'z')),
  'alvand-moaref-shimi': () => mark('chemicals', path('M160 60H240M175 60V170L90 320Q84 340 110 340H290Q316 340 310 320L225 170V60', 'w'), path('M140 330L190 240L216 280L240 250L276 330', 'w')),
  'karoun-faravar-gas': () => mark('chemicals', path('M200 60C290 170 310 220 310 250A110 110 0 0 1 90 250C90 220 110 170 200 60Z', 'w'), path('M130 250q35 -36 70 0t70 0', 'q')),
  'mehrgan-vajeh': () => mark('ict', path('M320 130Q300 250 200 250T90 190', 'w'), path('M90 190Q110 160 130 190M320 130V90', 'w'), circle(180, 316, 20, 'z'), circle(236, 316, 20, 'z')),
  'sepidar-gozargah': () => mark('ict', path('M80 340V180A120 120 0 0 1 320 180V340', 'w'), path('M140 340V190A60 60 0 0 1 260 190V340', 'w'), path('M60 340H340', 'w'), circle(200, 250, 20, 'z')),
  'kavir-abnegar': () => mark('ict', path('M60 270q70 -60 140 0t140 0M60 330q70 -60 140 0t140 0', 'w'), path(star(200, 140, 76), 'q')),
  'roshana-zist-pajouh': () => mark('drugs', path('M200 60C280 160 306 206 306 246A106 106 0 0 1 94 246C94 206 120 160 200 60Z', 'w'), path(star(200, 244, 50), 'q')),
  'hirkan-zist-saz': () => mark('drugs', circle(172, 232, 100, 'w'), circle(286, 116, 50, 'w'), circle(172, 232, 24, 'z')),
  'taban-padtan': () => mark('drugs', path('M200 340V214L104 110M200 214L296 110', 'w'), path('M144 84L176 118M256 84L224 118', 'q')),
  'nafasyar-alborz': () => mark('devices', path('M56 266L154 92L206 184L244 126L344 266Z', 'w'), path('M92 330q54 -34 108 0t108 0', 'q')),
  'navid-nozad': () => mark('devices', path('M76 176H324A124 124 0 0 1 76 176Z', 'w'), path('M104 322q96 52 192 0', 'w'), circle(200, 104, 40, 'z')),
  'sanjeh-tashkhis': () => mark('devices', ...repeat(9, i => circle(104 + i % 3 * 96, 104 + Math.floor(i / 3) * 96, 34, i === 4 ? 'z' : 'w'))),
  'hesar-rayaneh': () => mark('ict', path('M72 336V92H128V140H172V92H228V140H272V92H328V336Z', 'w'), circle(200, 218, 26, 'z'), path('M200 230V286', 'q')),
  'eram-salamat-negar': () => mark('ict', path('M200 52C262 140 276 224 250 300H150C124 224 138 140 200 52ZM200 300V350', 'w'), path('M200 170V250M160 210H240', 'q')),
  'rahnavard-telemetri': () => mark('ict', path('M88 344L156 56M312 344L244 56', 'w'), path('M200 344V290M200 240V196M200 152V120', 'q')),
  'yodab-golestan': () => mark('chemicals', circle(140, 160, 76, 'w'), circle(260, 160, 76, 'w'), path('M70 320q65 -50 130 0t130 0', 'q')),
  'paya-takhmir': () => mark('chemicals', path('M96 84V244A104 104 0 0 0 304 244V84M66 84H334', 'w'), circle(166, 250, 28, 'z'), circle(236, 212, 20, 'b'), circle(190, 160, 14, 'b')),
  'mesin-pajouh-sirjan': () => mark('chemicals', path('M140 60H286L336 190L250 340H112L64 214Z', 'w'), path('M64 214L206 184L336 190M140 60L206 184L250 340', 'q')),
}).map(([firm, draw]) => [`${firm}-logo`, draw]));
