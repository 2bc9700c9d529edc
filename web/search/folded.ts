/** Without case, accents and vowel signs: "cote" finds "Côte d’Ivoire". */
export function folded(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
