import type { Config } from "tailwindcss";

/** A tone is five colours that change together between light and dark; the values stand in app/globals.css. */
function tone(name: string) {
  return {
    DEFAULT: `var(--c-${name})`,
    hover: `var(--c-${name}-hover)`,
    on: `var(--c-${name}-on)`,
    ink: `var(--c-${name}-ink)`,
    soft: `var(--c-${name}-soft)`,
    line: `var(--c-${name}-line)`,
  };
}

const config: Config = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        canvas: "var(--c-canvas)",
        surface: "var(--c-surface)",
        raised: "var(--c-raised)",
        sunken: "var(--c-sunken)",
        hover: "var(--c-hover)",
        pressed: "var(--c-pressed)",
        scrim: "var(--c-scrim)",
        line: { DEFAULT: "var(--c-line)", strong: "var(--c-line-strong)" },
        field: "var(--c-field)",
        focus: "var(--c-focus)",
        ink: { DEFAULT: "var(--c-ink)", muted: "var(--c-ink-muted)", faint: "var(--c-ink-faint)" },
        accent: tone("accent"),
        positive: tone("positive"),
        negative: tone("negative"),
        caution: tone("caution"),
        urgent: tone("urgent"),
        info: tone("info"),
        allow: tone("positive"),
        deny: tone("negative"),
        approval: tone("caution"),
        emergency: tone("urgent"),
      },
      fontFamily: {
        sans: "var(--f-sans)",
        mono: ["var(--f-mono)", { fontFeatureSettings: "normal" }],
      },
      fontSize: {
        "2xs": ["0.6875rem", { lineHeight: "0.875rem", letterSpacing: "0.005em" }],
        xs: ["0.75rem", { lineHeight: "1rem" }],
        sm: ["0.8125rem", { lineHeight: "1.125rem" }],
        base: ["0.875rem", { lineHeight: "1.25rem" }],
        lg: ["1rem", { lineHeight: "1.5rem", letterSpacing: "-0.008em" }],
        xl: ["1.125rem", { lineHeight: "1.625rem", letterSpacing: "-0.012em" }],
        "2xl": ["1.375rem", { lineHeight: "1.75rem", letterSpacing: "-0.017em" }],
        "3xl": ["1.75rem", { lineHeight: "2.125rem", letterSpacing: "-0.02em" }],
        "4xl": ["2.25rem", { lineHeight: "2.625rem", letterSpacing: "-0.024em" }],
      },
      borderRadius: {
        xs: "0.1875rem",
        sm: "0.25rem",
        md: "0.375rem",
        lg: "0.5rem",
        xl: "0.75rem",
      },
      boxShadow: {
        control: "var(--shadow-control)",
        card: "var(--shadow-card)",
        popover: "var(--shadow-popover)",
        dialog: "var(--shadow-dialog)",
      },
      transitionDuration: { fast: "120ms", base: "180ms", slow: "280ms" },
      transitionTimingFunction: {
        enter: "cubic-bezier(0.2, 0.8, 0.2, 1)",
        exit: "cubic-bezier(0.4, 0, 1, 1)",
      },
      zIndex: { bar: "30", overlay: "50", popover: "60", toast: "70" },
      maxWidth: { prose: "68ch", page: "82rem" },
    },
  },
};

export default config;
