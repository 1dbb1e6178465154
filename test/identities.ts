const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up 居民身份证 number with a true check character; the same `n` gives the same number. GB 11643. */
export const idNumber = (n: number): string => {
  const birthday = new Date(Date.UTC(1950, 0, 1) + (n % 18_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const seventeen = `460105${birthday}${String(Math.floor(n / 18_000) % 1000).padStart(3, '0')}`;
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
  return seventeen + '10X98765432'[sum % 11];
};
