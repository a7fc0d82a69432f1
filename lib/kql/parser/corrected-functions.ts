/** Functions whose results Microsoft's editor parser has wrong: Kusto's engine gives them as declared here. */
import { type KustoSymbol, kusto, toArray, toSymbolList } from './kusto';

const forecastParameters =
  '(series:dynamic, points:long, period:long=-1, trend:string="linefit", seasonality_threshold:real=real(0.6))';

/**
 * One series, where the parser gives it the columns of series_decompose().
 * https://learn.microsoft.com/kusto/query/series-decompose-forecast-function#returns
 */
function forecast(): KustoSymbol {
  const { FunctionSymbol, Parameter, ScalarTypes, Tabularity } = kusto.Symbols;
  const dynamic = ScalarTypes.Dynamic;
  if (!dynamic) throw new Error('The parser has no dynamic type.');
  const parameters = Parameter.ParseList(forecastParameters);
  return new FunctionSymbol.$ctor1('series_decompose_forecast', () => dynamic, Tabularity.Scalar, parameters);
}

/** The parser's built-in functions with those put right, as its own list. */
export function correctedFunctions(): unknown {
  const corrected = [forecast()];
  const names = new Set(corrected.map((symbol) => symbol.Name));
  const others = toArray(kusto.GlobalState.Default.Functions).filter((symbol) => !names.has(symbol.Name));
  return toSymbolList([...others, ...corrected]);
}
