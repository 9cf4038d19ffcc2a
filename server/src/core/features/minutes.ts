/** Minutes as people say them: `42 min`, `1 h 05 min`, `2 d 3 h`. */
export function minutesInWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 48) return whole % 60 === 0 ? `${hours} h` : `${hours} h ${String(whole % 60).padStart(2, '0')} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 || days > 13 ? `${days} d` : `${days} d ${hours % 24} h`;
}
