// Shapes, colours and the common ground of every product picture.

const INK = '#1d2023';
const PAPER = '#faf8f3';
const SAFFRON = '#e0a021';
const HUES = { ict: '#44548f', drugs: '#7d4a76', devices: '#1b7a86', chemicals: '#6f7a33' };

const text = attributes =>
  Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('');

const shape = (tag, attributes) => `<${tag}${text(attributes)}/>`;
const group = (attributes, ...children) => `<g${text(attributes)}>${children.flat(9).join('')}</g>`;
export const at = (x, y, ...children) => group({ transform: `translate(${x} ${y})` }, ...children);
export const turn = (x, y, angle, ...children) =>
  group({ transform: `translate(${x} ${y}) rotate(${angle})` }, ...children);
export const rect = (x, y, width, height, look = 'o', rx = 0) =>
  shape('rect', { x, y, width, height, rx, class: look });
export const circle = (cx, cy, r, look = 'o') => shape('circle', { cx, cy, r, class: look });
export const ellipse = (cx, cy, rx, ry, look = 'o') => shape('ellipse', { cx, cy, rx, ry, class: look });
export const path = (d, look = 'l') => shape('path', { d, class: look });
export const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index));

// A fixed sequence, so that drawing again gives the same picture.
export function dice(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

// The eight-pointed star of two squares; 0.7654 is where their sides cross.
export function star(cx, cy, radius, turned = 0) {
  const points = repeat(16, index => {
    const angle = (index * 22.5 + turned) * Math.PI / 180;
    const r = index % 2 ? radius * 0.7654 : radius;
    return `${(cx + r * Math.cos(angle)).toFixed(2)} ${(cy + r * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

const style = hue => `
.o{fill:#fffefb;stroke:${INK};stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
.l{fill:none;stroke:${INK};stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
.f{fill:none;stroke:${INK};stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.p{fill:none;stroke:#fffefb;stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
.h{fill:${hue};stroke:${INK};stroke-width:4;stroke-linejoin:round}
.b{fill:${hue}} .t{fill:${hue};fill-opacity:.2} .u{fill:${hue};fill-opacity:.45}
.c{fill:none;stroke:${hue};stroke-width:5;stroke-linejoin:round;stroke-linecap:round}
.d{fill:#ece7db;stroke:${INK};stroke-width:4;stroke-linejoin:round}
.m{fill:#d9d3c5;stroke:${INK};stroke-width:4;stroke-linejoin:round}
.k{fill:${INK}} .n{fill:#2b3036;stroke:${INK};stroke-width:4;stroke-linejoin:round}
.e{fill:${SAFFRON};stroke:${INK};stroke-width:4;stroke-linejoin:round} .z{fill:${SAFFRON}}
.y{fill:none;stroke:${SAFFRON};stroke-width:5;stroke-linejoin:round;stroke-linecap:round}
.x{fill:${INK};fill-opacity:.09} .v{fill:#fff;fill-opacity:.55}
.a{fill:${hue};fill-opacity:.1;stroke:${INK};stroke-width:4;stroke-linejoin:round}`;

const lattice = hue => `<pattern id="girih" width="92" height="92" patternUnits="userSpaceOnUse" patternTransform="translate(32 -4)">
<path d="${star(46, 46, 46)}" fill="none" stroke="${hue}" stroke-width="2" stroke-opacity=".3"/></pattern>`;

const ARCH = 'M262 724V352C262 236 330 206 420 172C500 142 560 112 600 70C640 112 700 142 780 172C870 206 938 236 938 352V724Z';

function ground(hue) {
  return [
    `<rect width="1200" height="900" fill="${PAPER}"/>`,
    '<rect y="724" width="1200" height="176" fill="#f1ece0"/>',
    `<path d="${ARCH}" fill="${hue}" fill-opacity=".1"/><path d="${ARCH}" fill="url(#girih)"/>`,
    `<path d="${ARCH}" fill="none" stroke="${hue}" stroke-opacity=".45" stroke-width="2.5"/>`,
    `<path d="M0 724H1200" stroke="${hue}" stroke-opacity=".45" stroke-width="2.5"/>`,
  ].join('');
}

export const shadow = (cx, cy, rx, ry = 14) =>
  shape('ellipse', { cx, cy, rx, ry, fill: INK, 'fill-opacity': .13 });

export function picture(sector, ...drawing) {
  const hue = HUES[sector];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900"><defs><style>${style(hue)}</style>${lattice(hue)}</defs>${ground(hue)}${drawing.flat(9).join('')}</svg>`;
}

export function mark(sector, ...drawing) {
  const hue = HUES[sector];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400"><defs><style>${style(hue)}.w{fill:none;stroke:${hue};stroke-width:16;stroke-linejoin:round;stroke-linecap:round}.q{fill:none;stroke:${SAFFRON};stroke-width:16;stroke-linejoin:round;stroke-linecap:round}</style></defs><rect width="400" height="400" fill="#fffefb"/>${drawing.flat(9).join('')}</svg>`;
}
