import type { ReactNode } from "react";

/** The small pictures of the window itself; those of node kinds come with the catalogue. */
function glyph(picture: ReactNode, size = 16) {
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each glyph, when the module loads.
  return function Glyph() {
    return (
      <svg
        aria-hidden="true"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {picture}
      </svg>
    );
  };
}

export const Route = glyph(
  <>
    <circle cx="4.5" cy="15" r="2" />
    <circle cx="15.5" cy="5" r="2" />
    <path d="M6.5 15h5a3 3 0 0 0 3-3V7" />
  </>,
  18,
);
export const Tick = glyph(<path d="m4 10.5 4 4 8-9" />);
export const Warning = glyph(
  <>
    <path d="M10 3.2 17.6 16.4H2.4Z" />
    <path d="M10 8.2v3.6M10 14v.2" />
  </>,
);
export const Wrong = glyph(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6.2v4.6M10 13.6v.2" />
  </>,
);
export const Plus = glyph(<path d="M10 4.5v11M4.5 10h11" />, 14);
export const Building = glyph(
  <>
    <path d="M4 17V4.5h8V17M12 8.5h4V17M2.5 17h15" />
    <path d="M6.5 7.5h3M6.5 10.5h3M6.5 13.5h3" />
  </>,
  14,
);
export const People = glyph(
  <>
    <circle cx="7.5" cy="7" r="2.6" />
    <path d="M2.5 16c.3-3 2-4.7 5-4.7s4.7 1.7 5 4.7" />
    <path d="M12.5 4.6a2.6 2.6 0 0 1 0 4.9M14 11.6c2 .5 3.2 2 3.5 4.4" />
  </>,
);
export const Person = glyph(
  <>
    <circle cx="10" cy="6.5" r="3" />
    <path d="M4 17c.4-3.6 2.6-5.5 6-5.5s5.6 1.9 6 5.5" />
  </>,
  14,
);
export const Search = glyph(
  <>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </>,
);
export const Join = glyph(<path d="M3 5h3c3 0 4 5 7 5h4M3 15h3c3 0 4-5 7-5M14 7l3 3-3 3" />, 20);
export const Cut = glyph(
  <>
    <path d="M3 10h4M13 10h4" />
    <path d="m8 6 4 8" />
  </>,
  20,
);
export const Chevron = glyph(<path d="m6 8 4 4 4-4" />);
export const Close = glyph(<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />, 12);
export const Fit = glyph(<path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />);
export const Minus = glyph(<path d="M4.5 10h11" />, 14);
export const Tidy = glyph(
  <>
    <rect x="2.5" y="7.5" width="5" height="5" rx="1" />
    <rect x="12.5" y="2.5" width="5" height="5" rx="1" />
    <rect x="12.5" y="12.5" width="5" height="5" rx="1" />
    <path d="M7.5 10h2.5M12.5 5H10v10h2.5" />
  </>,
);
export const ChevronLeft = glyph(<path d="m12 5-5 5 5 5" />);
export const ChevronUp = glyph(<path d="m6 12 4-4 4 4" />);
export const Comment = glyph(<path d="M4 4.5h12v8.5H9.5L6 16v-3H4Z" />, 14);
export const FitSelection = glyph(
  <>
    <path d="M3.5 6.5v-3h3M13.5 3.5h3v3M16.5 13.5v3h-3M6.5 16.5h-3v-3" />
    <rect x="7" y="7.5" width="6" height="5" rx="1" />
  </>,
);
export const Fold = glyph(
  <>
    <rect x="3.5" y="4" width="13" height="5" rx="1.2" />
    <path d="M5 12h10M6.5 15h7" />
  </>,
  14,
);
export const Keyboard = glyph(
  <>
    <rect x="2.5" y="5.5" width="15" height="9" rx="1.5" />
    <path d="M5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.5h7" />
  </>,
);

export const Grip = glyph(
  <g fill="currentColor" stroke="none">
    {[6, 10, 14].map((y) => (
      <g key={y}>
        <circle cx="7.5" cy={y} r="1.3" />
        <circle cx="12.5" cy={y} r="1.3" />
      </g>
    ))}
  </g>,
);
export const Grow = glyph(<path d="M12 3h5v5M8 17H3v-5M17 3l-6 6M3 17l6-6" />);
export const Shrink = glyph(<path d="M17 8h-5V3M3 12h5v5M12 8l5-5M8 12l-5 5" />);
