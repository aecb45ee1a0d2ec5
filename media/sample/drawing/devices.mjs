import { at, turn, rect, circle, ellipse, path, repeat, shadow, star, picture } from './kit.mjs';

const beat = 'h34l8 -10l9 10h12l8 14l14 -86l15 96l9 -24h16l12 -16l14 16h20';
const pulse = 'q12 0 20 -34q10 -22 22 4q8 22 18 14q12 -6 20 16';

function monitorScreen(width, height) {
  return [
    rect(0, 0, width, height, 'n', 10),
    path(`M24 96${beat}${beat}`, 'p'), path(`M24 ${height * .56}${pulse.repeat(4)}`, 'c'),
    path(`M24 ${height * .82}${'q22 -38 44 0t44 0'.repeat(4)}`, 'y'),
    path(`M${width - 132} 20V${height - 20}`, 'f'),
    repeat(3, i => [rect(width - 112, 42 + i * height * .3, 84, 40, ['v', 'b', 'z'][i], 5), path(`M${width - 110} ${100 + i * height * .3}h52`, 'p')]),
  ];
}

function monitor(x, y) {
  return at(x, y,
    path('M150 -30Q150 -62 184 -62H396Q430 -62 430 -30V0H398V-28H182V0H150Z', 'd'),
    rect(0, 0, 580, 400, 'o', 28), rect(18, 18, 544, 300, 'd', 14), at(30, 30, monitorScreen(520, 276)),
    rect(236, 0, 108, 14, 'z'), circle(56, 359, 17, 'h'),
    repeat(5, i => rect(150 + i * 70, 346, 48, 26, 'd', 8)), circle(526, 359, 17, 'd'),
    rect(-44, 90, 46, 210, 'm', 8), repeat(4, i => circle(-22, 122 + i * 48, 13, i === 1 ? 'h' : 'o')));
}

const leads = (x, y) => [
  path(`M${x} ${y}C${x - 90} ${y + 20} ${x - 90} ${y + 250} ${x - 150} ${y + 330}`, 'l'),
  path(`M${x} ${y + 48}C${x - 50} ${y + 90} ${x - 60} ${y + 260} ${x - 60} ${y + 340}`, 'c'),
  path(`M${x - 92} ${y + 344}q0 -22 32 -22t32 22v34q-32 14 -64 0Z`, 'h'), circle(x - 156, y + 340, 22, 'o'), circle(x - 156, y + 340, 8, 'k'),
];

function stand() {
  return [
    shadow(600, 826, 220), rect(584, 470, 32, 300, 'm'), path('M600 770L440 812M600 770L760 812M600 770V828', 'l'),
    repeat(3, i => circle([436, 600, 764][i], [820, 836, 820][i], 15, 'n')),
    path('M520 560h160l-16 84H536Z', 'd'), path('M532 588h136M534 616h130', 'f'),
    at(600, 300, '<g transform="scale(.78) translate(-290 -200)">' + monitor(0, 0) + '</g>'), rect(556, 450, 88, 40, 'n', 8),
  ];
}

function pump() {
  return [
    shadow(600, 728, 400), rect(800, 200, 34, 524, 'm', 8), path('M740 724h154', 'l'),
    rect(250, 430, 620, 250, 'o', 26), rect(250, 614, 620, 66, 'd', 22), rect(776, 400, 84, 60, 'n', 10),
    rect(286, 466, 300, 122, 'n', 12), path('M306 508h86M306 540h150', 'p'), rect(470, 490, 92, 42, 'b', 6), path('M306 568h256', 'y'),
    repeat(2, r => repeat(4, i => rect(620 + i * 58, 476 + r * 58, 44, 40, r === 1 && i === 3 ? 'h' : 'd', 8))),
    path('M250 400H776', 'l'), rect(300, 330, 330, 76, 'o', 10), rect(306, 336, 230, 64, 'u', 8), rect(536, 334, 22, 68, 'k', 5),
    repeat(8, i => path(`M${326 + i * 25} 400v${i % 2 ? -12 : -22}`, 'f')), rect(622, 300, 16, 136, 'o', 6),
    rect(558, 352, 220, 32, 'd', 5), rect(768, 318, 24, 100, 'h', 8), rect(420, 312, 60, 112, 'a', 12), path('M436 312v-16h28v16', 'l'),
    path('M300 358h-26v20h26M274 368H214C150 368 170 520 130 560S96 680 150 724', 'l'),
  ];
}

function tablet() {
  const fan = 'M150 40Q210 62 270 40L392 250Q210 340 28 250Z';
  return turn(690, 430, 4, at(-230, -270,
    rect(0, 0, 440, 560, 'n', 30), rect(24, 32, 392, 496, 'd', 8), at(10, 70, rect(18, -36, 384, 420, 'k'),
      path(fan, 'u'), path('M104 150Q210 206 320 148M74 208Q210 280 346 206', 'p'), ellipse(218, 196, 62, 38, 'k'), ellipse(218, 196, 62, 38, 'p'),
      path('M168 196h100', 'y')),
    repeat(4, i => rect(56 + i * 84, 478, 64, 34, i === 1 ? 'b' : 'v', 8))));
}

const probe = () => turn(340, 560, 28,
  path('M-80 120Q0 172 80 120L74 66H-74Z', 'm'), path('M-74 66Q-80 10 -46 -30Q-34 -60 -36 -140Q-34 -176 0 -176T36 -140Q34 -60 46 -30Q80 10 74 66Z', 'o'),
  rect(-22, -92, 44, 74, 'd', 16), circle(0, -112, 9, 'z'), path('M-64 40Q0 62 64 40', 'c'));

function defibrillator() {
  return [
    shadow(600, 730, 330), path('M356 392L400 182Q404 160 428 160H772Q796 160 800 182L844 392Z', 'd'),
    path('M404 366L436 204H764L796 366Z', 'h'), path('M600 332C520 284 520 226 566 226Q592 226 600 252Q608 226 634 226C680 226 680 284 600 332Z', 'o'),
    path('M612 232L582 284H604L592 322L626 270H604Z', 'e'),
    rect(330, 388, 540, 336, 'o', 34), rect(330, 650, 540, 74, 'd', 30), rect(366, 424, 250, 190, 'd', 16),
    path('M390 530q30 -50 58 0M490 476v40M478 496h24', 'f'), ellipse(430, 496, 26, 30, 'o'), path('M392 594q38 -76 76 0', 'l'), rect(456, 548, 40, 28, 'b', 6),
    path('M530 470h60M530 500h60M530 530h40', 'f'), circle(736, 520, 76, 'o'), circle(736, 520, 56, 'e'), path('M746 484L712 530H734L726 560L762 512H738Z', 'k'),
    circle(640, 640, 12, 'b'), path('M440 688h320', 'f'),
    at(160, 690, turn(0, 0, -14, rect(-78, -96, 150, 190, 'o', 40), rect(-56, -74, 106, 146, 't', 28), path('M-3 -40v60M-33 -10h60', 'c'))),
    at(1046, 700, turn(0, 0, 12, rect(-78, -96, 150, 190, 'o', 40), rect(-56, -74, 106, 146, 't', 28), path('M-33 -10h60', 'c'))),
    path('M190 604C230 500 280 600 330 540M1016 606C980 500 930 600 870 540', 'l'),
  ];
}

// Knitted rows: each stitch hangs in the gap of the row above.
const knit = (columns, rows, step) => repeat(rows, r => repeat(columns, c => {
  const x = c * step + (r % 2 ? step / 2 : 0), y = r * step * .86;
  return path(`M${x} ${y}l${step / 2} ${step * .29}v${step * .57}M${x + step / 2} ${y + step * .29}l${step / 2} ${-step * .29}`, 'f');
}));

const mesh = () => [
  shadow(600, 742, 370), turn(600, 450, -6,
    rect(-290, -60, 580, 330, 'o', 10), rect(-270, -40, 540, 290, 't', 6),
    '<clipPath id="sheet"><rect x="-230" y="-280" width="460" height="400" rx="46"/></clipPath>',
    rect(-230, -280, 460, 400, 'o', 46), '<g clip-path="url(#sheet)">', at(-246, -290, knit(14, 14, 36)), '</g>', rect(-230, -280, 460, 400, 'l', 46),
    path('M-290 60H290V250Q290 270 270 270H-270Q-290 270 -290 250Z', 'o'), rect(-288, 96, 576, 34, 'b'), path(star(-220, 196, 38), 'c'),
    path('M-150 180h170M-150 206h120M-150 232h150', 'f'), rect(130, 168, 110, 70, 'd', 4), repeat(9, i => path(`M${142 + i * 10.5} 178v44`, i % 3 ? 'f' : 'l')),
    path('M-290 60q30 -24 60 -10M290 60q-30 -24 -60 -10', 'l')),
];

function alginate() {
  return [
    shadow(400, 732, 170), shadow(760, 736, 230),
    path('M262 260Q400 238 540 260L560 704Q400 744 244 704Z', 'o'), path('M262 260Q400 238 540 260L542 306Q400 284 260 306Z', 'd'),
    path('M260 322Q400 300 542 322', 'f'), path('M252 560Q400 584 552 560L556 636Q400 664 248 636Z', 'b'), path(star(400, 440, 68), 'c'), path('M340 536h120', 'f'),
    path('M620 560Q626 724 760 724T900 560Z', 'h'), ellipse(760, 560, 140, 40, 'o'), path('M640 562Q700 534 760 560T884 566Q850 592 760 594T640 562Z', 'u'),
    turn(846, 470, 32, rect(-13, -190, 26, 150, 'n', 12), path('M-10 -44Q-44 -10 -40 70Q-30 120 0 122T40 70Q44 -10 10 -44Z', 'd')),
    at(900, 772, path('M-120 0C-120 -120 120 -120 120 0L84 10C84 -66 -84 -66 -84 10Z', 'm'), path('M-104 0C-100 -94 100 -94 104 0', 'c'), repeat(7, i => circle(-96 + i * 32, -14 - Math.sin(i / 6 * Math.PI) * 62, 5, 'k')),
      rect(-22, -120, 44, 36, 'm', 8)),
  ];
}

export const devices = {
  'nabzava-patient-monitor-m12': () => picture('devices', shadow(600, 728, 330), rect(470, 676, 260, 48, 'm', 10), monitor(310, 286), leads(266, 410)),
  'nabzava-patient-monitor-m12-stand': () => picture('devices', stand()),
  'nabzava-syringe-pump-s2': () => picture('devices', pump()),
  'pezhvak-handheld-ultrasound': () => picture('devices', shadow(680, 732, 240), tablet(), shadow(330, 736, 150), probe(), path('M424 404C470 300 380 240 420 190S500 150 496 260', 'l')),
  'pezhvak-aed-d1': () => picture('devices', defibrillator()),
  'golbaft-hernia-mesh': () => picture('devices', mesh()),
  'golbaft-alginate': () => picture('devices', alginate()),
};
