/** Which dossier the desk shows. */
export function DossierPicker() {
  return null;
}
