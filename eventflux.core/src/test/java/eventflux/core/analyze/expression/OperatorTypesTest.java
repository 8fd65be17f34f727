package eventflux.core.analyze.expression;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.node.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTypesTest {

    private static final String NUMERIC = """
                    INT     LONG    FLOAT   DOUBLE  BOOL    STRING  OBJECT
            INT     INT     LONG    FLOAT   DOUBLE  -       -       -
            LONG    LONG    LONG    FLOAT   DOUBLE  -       -       -
            FLOAT   FLOAT   FLOAT   FLOAT   DOUBLE  -       -       -
            DOUBLE  DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            BOOL    -       -       -       -       -       -       -
            STRING  -       -       -       -       -       -       -
            OBJECT  -       -       -       -       -       -       -
            """;

    private static final String ALWAYS_DOUBLE = """
                    INT     LONG    FLOAT   DOUBLE  BOOL    STRING  OBJECT
            INT     DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            LONG    DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            FLOAT   DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            DOUBLE  DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            BOOL    -       -       -       -       -       -       -
            STRING  -       -       -       -       -       -       -
            OBJECT  -       -       -       -       -       -       -
            """;

    private static final String WHOLE = """
                    INT     LONG    FLOAT   DOUBLE  BOOL    STRING  OBJECT
            INT     INT     LONG    -       -       -       -       -
            LONG    LONG    LONG    -       -       -       -       -
            FLOAT   -       -       -       -       -       -       -
            DOUBLE  -       -       -       -       -       -       -
            BOOL    -       -       -       -       -       -       -
            STRING  -       -       -       -       -       -       -
            OBJECT  -       -       -       -       -       -       -
            """;

    /** The types that the operands are compared in; the result is BOOL. */
    private static final String EQUALITY = """
                    INT     LONG    FLOAT   DOUBLE  BOOL    STRING  OBJECT
            INT     INT     LONG    FLOAT   DOUBLE  -       -       -
            LONG    LONG    LONG    FLOAT   DOUBLE  -       -       -
            FLOAT   FLOAT   FLOAT   FLOAT   DOUBLE  -       -       -
            DOUBLE  DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            BOOL    -       -       -       -       BOOL    -       -
            STRING  -       -       -       -       -       STRING  -
            OBJECT  -       -       -       -       -       -       -
            """;

    private static final String ORDER = """
                    INT     LONG    FLOAT   DOUBLE  BOOL    STRING  OBJECT
            INT     INT     LONG    FLOAT   DOUBLE  -       -       -
            LONG    LONG    LONG    FLOAT   DOUBLE  -       -       -
            FLOAT   FLOAT   FLOAT   FLOAT   DOUBLE  -       -       -
            DOUBLE  DOUBLE  DOUBLE  DOUBLE  DOUBLE  -       -       -
            BOOL    -       -       -       -       -       -       -
            STRING  -       -       -       -       -       STRING  -
            OBJECT  -       -       -       -       -       -       -
            """;

    @ParameterizedTest
    @CsvSource({
        "SQL, ADD",
        "SQL, SUBTRACT",
        "SQL, MULTIPLY",
        "SQL, REMAINDER",
        "CLASSIC, ADD",
        "CLASSIC, SUBTRACT",
        "CLASSIC, MULTIPLY",
        "CLASSIC, REMAINDER",
        "CLASSIC, DIVIDE"
    })
    void arithmeticGivesTheWiderTypeAndWorksInIt(Dialect dialect, BinaryOperator operator) {
        assertThat(table(operator, dialect)).isEqualTo(NUMERIC);
        assertThat(operations(operator, dialect)).allMatch(operation -> operation.operands() == operation.result());
    }

    @ParameterizedTest
    @CsvSource("SQL, DIVIDE")
    void divisionGivesDoubleInSql(Dialect dialect, BinaryOperator operator) {
        assertThat(table(operator, dialect)).isEqualTo(ALWAYS_DOUBLE);
        assertThat(operations(operator, dialect)).allMatch(operation -> operation.result() == DataType.DOUBLE);
    }

    @ParameterizedTest
    @CsvSource({"SQL, INTEGER_DIVIDE", "CLASSIC, INTEGER_DIVIDE"})
    void wholeNumberDivisionTakesWholeNumbers(Dialect dialect, BinaryOperator operator) {
        assertThat(table(operator, dialect)).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @CsvSource({"SQL, EQUAL", "SQL, NOT_EQUAL", "CLASSIC, EQUAL", "CLASSIC, NOT_EQUAL"})
    void equalityComparesNumbersTextsAndTruthValues(Dialect dialect, BinaryOperator operator) {
        assertThat(table(operator, dialect)).isEqualTo(EQUALITY);
        assertThat(operations(operator, dialect)).allMatch(operation -> operation.result() == DataType.BOOL);
    }

    @ParameterizedTest
    @CsvSource({
        "SQL, LESS", "SQL, LESS_OR_EQUAL", "SQL, GREATER", "SQL, GREATER_OR_EQUAL",
        "CLASSIC, LESS", "CLASSIC, LESS_OR_EQUAL", "CLASSIC, GREATER", "CLASSIC, GREATER_OR_EQUAL"
    })
    void orderComparesNumbersAndTexts(Dialect dialect, BinaryOperator operator) {
        assertThat(table(operator, dialect)).isEqualTo(ORDER);
        assertThat(operations(operator, dialect)).allMatch(operation -> operation.result() == DataType.BOOL);
    }

    /** The operand types of all pairs, printed as a table. */
    private static String table(BinaryOperator operator, Dialect dialect) {
        StringBuilder table = new StringBuilder(
                row("", Arrays.stream(DataType.values()).map(DataType::name).toList()));
        for (DataType left : DataType.values()) {
            List<String> cells = new ArrayList<>();
            for (DataType right : DataType.values()) {
                cells.add(OperatorTypes.of(operator, left, right, dialect)
                        .map(operation -> operation.operands().name())
                        .orElse("-"));
            }
            table.append(row(left.name(), cells));
        }
        return table.toString();
    }

    private static List<OperatorTypes.Operation> operations(BinaryOperator operator, Dialect dialect) {
        return Arrays.stream(DataType.values())
                .flatMap(left -> Arrays.stream(DataType.values())
                        .flatMap(right -> OperatorTypes.of(operator, left, right, dialect).stream()))
                .toList();
    }

    private static String row(String name, List<String> cells) {
        String line = String.format("%-8s", name)
                + cells.stream().map(cell -> String.format("%-8s", cell)).collect(Collectors.joining());
        return line.stripTrailing() + "\n";
    }
}
