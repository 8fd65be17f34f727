package eventflux.core.analyze.window;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Quote;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import eventflux.core.analyze.expression.SingleInput;
import java.util.Optional;

/** Reads constants and names of columns as values of a parameter's types. */
final class ArgumentValues {

    private final SingleInput input;

    ArgumentValues(SingleInput input) {
        this.input = input;
    }

    /** The value that an argument has for a parameter; empty when it is of none of its types. */
    Optional<Object> read(Expression argument, ParameterDescriptor parameter) {
        return parameter.types().stream()
                .map(type -> read(argument, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Object> read(Expression argument, ParameterType type) {
        return switch (type) {
            case INT -> number(argument, NumberKind.INT).map(Number::intValue);
            case LONG -> number(argument, NumberKind.LONG).map(Number::longValue);
            case DOUBLE -> number(argument, NumberKind.DOUBLE).map(Number::doubleValue);
            case BOOL -> argument instanceof BooleanLiteral literal ? Optional.of(literal.value()) : Optional.empty();
            case STRING -> argument instanceof StringLiteral literal ? Optional.of(literal.value()) : Optional.empty();
            case TIME -> millis(argument);
            case CONDITION -> Optional.empty();
            case COLUMN -> columnName(argument).flatMap(this::column);
        };
    }

    /** The name of a column that an argument may be, whether the input has it or not. */
    Optional<String> columnName(Expression argument) {
        if (argument instanceof ColumnReference reference && reference.index().isEmpty()) {
            return reference
                            .qualifier()
                            .filter(qualifier -> !input.isQualifier(qualifier))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(reference.column().text());
        }
        return argument instanceof StringLiteral literal && literal.quote() == Quote.DOUBLE
                ? Optional.of(literal.value()).filter(name -> input.column(name).isPresent())
                : Optional.empty();
    }

    private Optional<Object> column(String name) {
        int index = input.columns().schema().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(new CallArguments.ColumnPlace(index, name));
    }

    private static Optional<Number> number(Expression argument, NumberKind widest) {
        return argument instanceof NumberLiteral literal
                        && DataType.valueOf(literal.kind().name()).widensTo(DataType.valueOf(widest.name()))
                ? Optional.of(literal.value())
                : Optional.empty();
    }

    private static Optional<Object> millis(Expression argument) {
        if (argument instanceof DurationLiteral duration) {
            try {
                return Optional.of(duration.millis());
            } catch (ArithmeticException e) {
                return Optional.empty(); // longer than time itself: reported as no duration
            }
        }
        return number(argument, NumberKind.LONG).map(Number::longValue);
    }
}
