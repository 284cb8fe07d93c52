/** Freezes parsed JSON, all the way down. @returns the same */
export function freeze<Json>(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  for (const key in json) if (typeof json[key] === 'object') freeze(json[key]);
  return Object.freeze(json);
}
