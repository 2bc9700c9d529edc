/** A symbol as the United Nations writes it: left to right, and in no language. */
export function DocumentSymbol({ symbol }: { symbol: string }) {
  return (
    <bdi dir="ltr" lang="zxx">
      {symbol}
    </bdi>
  );
}
