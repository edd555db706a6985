// Freezes what every object inherits, so that no data can plant a property on all objects at once. A plain freeze
// would also forbid objects to have a `constructor` or a `toString` of their own by assignment, which libraries do;
// accessors allow that and nothing else.
(() => {
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(Object.prototype))) {
    if (!("value" in property) || !property.configurable) continue;
    Object.defineProperty(Object.prototype, key, {
      get: () => property.value,
      set(value) {
        if (this === Object.prototype) throw new TypeError(`Object.prototype.${key} is frozen`);
        Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
      },
      enumerable: false,
      configurable: false,
    });
  }
  Object.freeze(Object.prototype);
})();
