package eventflux.core.analyze.expression;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.Analyzed;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionAnalyzerTest {

    private static final String SQL_STREAM = "CREATE STREAM S (i INT, l LONG, f FLOAT, d DOUBLE, b BOOL, s STRING);\n";
    private static final String CLASSIC_STREAM =
            "define stream S (i int, l long, f float, d double, b bool, s string);\n";

    private static Analyzed sql(String expression) {
        return Analyzed.of(SQL_STREAM + "INSERT INTO O SELECT " + expression + " AS x FROM S;");
    }

    private static Analyzed classic(String expression) {
        return Analyzed.of(CLASSIC_STREAM + "from S select " + expression + " as x insert into O;");
    }

    private static Expr value(Analyzed analyzed) {
        ResolvedQuery query = analyzed.analysis().app().orElseThrow().queries().get(0);
        return query.selection().columns().get(0).value();
    }

    private static String printed(Analyzed analyzed) {
        return analyzed.lines("column").get(0).substring("x ".length());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            i                           | INT = i
            i + 1                       | INT = (i + 1)
            i + 3000000000              | LONG = (long(i) + 3000000000)
            i * l                       | LONG = (long(i) * l)
            l - f                       | FLOAT = (float(l) - f)
            d % i                       | DOUBLE = (d % double(i))
            d + 1                       | DOUBLE = (d + 1.0)
            i DIV 2                     | INT = (i / 2)
            -i                          | INT = -i
            +i                          | INT = i
            l + 5 sec                   | LONG = (l + 5000)
            i > 1                       | BOOL = (i > 1)
            i = 1.5                     | BOOL = (double(i) = 1.5)
            l >= i                      | BOOL = (l >= long(i))
            s < 'x'                     | BOOL = (s < 'x')
            s != 'x'                    | BOOL = (s != 'x')
            b = true                    | BOOL = (b = true)
            b and not b or i > 1        | BOOL = ((b and not b) or (i > 1))
            i is null                   | BOOL = (i is null)
            anything(i) is null         | BOOL = (anything[object(i)] is null)
            anything(i)                 | OBJECT = anything[object(i)]
            instanceOfLong(anything(i)) | BOOL = anything[object(i)] is of type LONG
            coalesce(anything(i), NULL) | OBJECT = coalesce[anything[object(i)], null]
            CAST(anything(i) AS BOOL)   | BOOL = convert(anything[object(i)], BOOL)
            cast(anything(s), 'int')    | INT = convert(anything[object(s)], INT)
            cast(s, 'int')              | INT = convert(s, INT)
            cast(i, 'long')             | LONG = long(i)
            cast(i, 'int')              | INT = i
            convert(d, 'string')        | STRING = convert(d, STRING)
            convert(l, 'bool')          | BOOL = (l = 1)
            coalesce(i, l, 2)           | LONG = coalesce[long(i), l, 2]
            default(d, 0)               | DOUBLE = coalesce[d, 0.0]
            ifThenElse(b, i, d)         | DOUBLE = choice[b][double(i), d]
            nullif(s, 'x')              | STRING = choice[(s = 'x')][null, s]
            instanceOfInteger(i)        | BOOL = not (i is null)
            instanceOfString(i)         | BOOL = false
            eventTimestamp()            | LONG = eventTimestamp()
            currentTimeMillis()         | LONG = now()
            now()                       | LONG = now()
            abs(i)                      | INT = abs[i]
            abs(f)                      | DOUBLE = abs[double(f)]
            pow(i, 2)                   | DOUBLE = pow[double(i), 2.0]
            min(i, d)                   | DOUBLE = min[double(i), d]
            concat(s, 'a', s)           | STRING = concat[s, 'a', s]
            custom:plus(i, d)           | DOUBLE = custom:plus[double(i), d]
            age()                       | LONG = age[]
            """)
    void resolvesTheSameInBothDialects(String expression, String resolved) {
        assertThat(printed(sql(expression))).isEqualTo(resolved);
        assertThat(printed(classic(expression.replace(" = ", " == ").replace("!==", "!="))))
                .isEqualTo(resolved);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            i / 2                       | DOUBLE = (double(i) / 2.0)
            f / f                       | DOUBLE = (double(f) / double(f))
            ABS(i)                      | INT = abs[i]
            NULL IS NULL                | BOOL = true
            NULL IS NOT NULL            | BOOL = false
            i + NULL                    | INT = (i + null)
            COALESCE(NULL, i)           | INT = coalesce[null, i]
            CAST(NULL AS LONG)          | LONG = null
            CAST(d AS BOOLEAN)          | BOOL = convert(d, BOOL)
            CAST(s AS VARCHAR)          | STRING = s
            i IS NOT NULL               | BOOL = not (i is null)
            i IN (1, 2)                 | BOOL = ((i = 1) or (i = 2))
            i NOT IN (1)                | BOOL = not (i = 1)
            d BETWEEN 1 AND i           | BOOL = ((d >= 1.0) and (d <= double(i)))
            d NOT BETWEEN 1 AND 2       | BOOL = not ((d >= 1.0) and (d <= 2.0))
            s LIKE 'x%'                 | BOOL = like[s, 'x%']
            s NOT LIKE 'x%'             | BOOL = not like[s, 'x%']
            CASE WHEN b THEN i ELSE d END       | DOUBLE = choice[b][double(i), d]
            CASE WHEN b THEN 'a' END            | STRING = choice[b]['a', null]
            CASE i WHEN 1 THEN s WHEN 2.5 THEN 'a' ELSE NULL END | STRING = choice[(i = 1), (double(i) = 2.5)][s, 'a', null]
            IF(b, 1, 2)                 | INT = choice[b][1, 2]
            "s"                         | STRING = s
            "t"                         | STRING = 't'
            S.i + S.l                   | LONG = (long(i) + l)
            """)
    void resolvesSql(String expression, String resolved) {
        assertThat(printed(sql(expression))).isEqualTo(resolved);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            i / 2                       | INT = (i / 2)
            l / i                       | LONG = (l / long(i))
            i / 2.0                     | DOUBLE = (double(i) / 2.0)
            12L                         | LONG = 12
            1.5f                        | FLOAT = 1.5
            "s"                         | STRING = 's'
            1 hour 25 min               | LONG = 5100000
            """)
    void resolvesClassic(String expression, String resolved) {
        assertThat(printed(classic(expression))).isEqualTo(resolved);
    }

    @Test
    void aNullMakesAComparisonUnknownInSqlAndFalseInClassic() {
        assertThat(((Truth.Comparison) value(sql("i > 1"))).nullIsFalse()).isFalse();
        assertThat(((Truth.Comparison) value(classic("i > 1"))).nullIsFalse()).isTrue();
    }

    @Test
    void aNullIsUnknownInLogicOfSqlAndFalseInClassic() {
        assertThat(((Truth.Logical) value(sql("b or i > 1"))).nullIsFalse()).isFalse();
        assertThat(((Truth.Logical) value(classic("b or i > 1"))).nullIsFalse()).isTrue();
    }

    @Test
    void theNegationOfNullIsNullInSqlAndTrueInClassic() {
        assertThat(((Truth.Not) value(sql("not b"))).nullIsTrue()).isFalse();
        assertThat(((Truth.Not) value(classic("not b"))).nullIsTrue()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            s + s               | 2:22 wrong-operands -> concat(…)
            i and b             | 2:22 not-a-condition
            not s               | 2:26 not-a-condition
            -s                  | 2:22 wrong-operands
            anything(i) = anything(i) | 2:22 wrong-operands
            b < b               | 2:22 wrong-operands
            s = 1               | 2:22 wrong-operands
            d DIV 2             | 2:22 wrong-operands
            NULL + NULL         | 2:22 null-without-type
            COALESCE(NULL)      | 2:22 null-without-type
            CASE WHEN i THEN 1 END     | 2:32 not-a-condition
            CASE i WHEN 's' THEN 1 END | 2:34 wrong-operands
            CASE WHEN b THEN 1 ELSE 's' END | 2:22 no-common-type
            CAST(i AS strng)    | 2:32 unknown-type -> string
            cast(i, 'strng')    | 2:30 unknown-type -> string
            cast(i, s)          | 2:30 wrong-argument
            nullif(i)           | 2:22 wrong-arguments
            now(1)              | 2:22 wrong-arguments
            abs(s)              | 2:22 wrong-arguments
            abs()               | 2:22 wrong-arguments
            abs(*)              | 2:22 wrong-arguments
            pow(i)              | 2:22 wrong-arguments
            powr(i, 2)          | 2:22 unknown-extension -> pow
            anything(NULL)      | 2:31 null-without-type
            coalesc(i, 2)       | 2:22 unknown-extension -> coalesce
            """)
    void reportsWhatHasNoValue(String expression, String problem) {
        assertThat(sql(expression).problems()).containsExactly(problem);
    }

    @Test
    void reportsTheProblemsOfAllOperands() {
        Analyzed analyzed = sql("(x + 1) * abs(y) + unknown(z)");

        assertThat(analyzed.problems())
                .containsExactly(
                        "2:23 unknown-column", "2:36 unknown-column", "2:41 unknown-extension", "2:49 unknown-column");
    }

    @Test
    void namesWhatIsTakenWhenArgumentsAreWrong() {
        assertThat(sql("abs(s)").messages())
                .isEqualTo(List.of("abs does not take (STRING); it takes abs(DOUBLE), abs(INT)"));
    }
}
