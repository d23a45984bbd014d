import { useMemo } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** How amounts of money are written. */
export interface MoneyText {
  /** `¥14`; small amounts with their hundredths. */
  amount(value: number, currency: string): string;
  /** `14.0`, for a column whose head names the currency: all alike, so that they can be compared. */
  number(value: number): string;
  /** `¥`. */
  symbol(currency: string): string;
}

/** How amounts of money are written in the reader's language. */
export function useMoneyText(): MoneyText {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  return useMemo(() => {
    const format = (currency: string, digits: number) => {
      try {
        return new Intl.NumberFormat(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
      } catch {
        // The config may hold a sign or a word of the company's own in place of a code.
        return undefined;
      }
    };
    return {
      number: value => value.toFixed(1),
      amount: (value, currency) =>
        format(currency, digitsOf(value))?.format(value) ??
        `${currency} ${value.toFixed(digitsOf(value))}`,
      symbol: currency =>
        format(currency, 0)
          ?.formatToParts(0)
          .find(part => part.type === 'currency')?.value ?? currency,
    };
  }, [language]);
}

function digitsOf(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 2;
}
