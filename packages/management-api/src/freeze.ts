/** Freezes parsed JSON, all the way down. @returns the same */
export function freeze<Json>(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  for (const key in json) freeze(json[key]);
  return Object.freeze(json);
}
