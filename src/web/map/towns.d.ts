/** Made by towns-plugin.ts: name, longitude, latitude; the largest first. */
declare module 'virtual:towns' {
  const towns: readonly (readonly [string, number, number])[];
  export default towns;
}
