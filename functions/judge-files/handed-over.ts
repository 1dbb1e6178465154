/** What of a message is handed over to another thread, and not copied: the bytes that pieces of a report are told into. */
export const handedOver = (message: unknown): ArrayBuffer[] => {
  const { into, bytes } = (message ?? {}) as { readonly into?: Uint8Array; readonly bytes?: Uint8Array };
  return [into, bytes].flatMap((one) => (one === undefined ? [] : [one.buffer as ArrayBuffer]));
};
