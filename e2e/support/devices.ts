/** The two widths at which every page is seen. */
export const DEVICES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;
export type DeviceName = keyof typeof DEVICES;

/** The narrowest telephones in use. */
export const NARROWEST = 360;
