/** Freezes parsed JSON, all the way down. @returns the same */
export function freeze<Json>(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  for (const value of Object.values(json)) freeze(value);
  return Object.freeze(json);
}
