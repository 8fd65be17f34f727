package eventflux.parser;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.StringLiteral;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Prints a tree without places, so that a test can say in a line what it expects. Empty parts are left out. */
final class TreeText {

    private TreeText() {}

    static String of(Object node) {
        if (node instanceof Optional<?> optional) {
            return optional.map(TreeText::of).orElse("");
        }
        if (node instanceof OptionalInt number) {
            return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
        }
        if (node instanceof OptionalLong number) {
            return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
        }
        if (node instanceof Collection<?> list) {
            return list.isEmpty()
                    ? ""
                    : "[" + String.join(" ", list.stream().map(TreeText::of).toList()) + "]";
        }
        if (node instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return node instanceof Record record ? record(record) : String.valueOf(node);
    }

    private static String record(Record record) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() != SourcePosition.class) {
                String part = of(value(record, component));
                boolean isPlainFlag = part.equals("false");
                if (!part.isEmpty() && !isPlainFlag) {
                    parts.add(part.equals("true") && component.getType() == boolean.class ? component.getName() : part);
                }
            }
        }
        String name = record.getClass().getSimpleName();
        return switch (name) {
            case "Name", "StreamName" -> record.toString();
            case "BooleanLiteral" -> String.valueOf(((BooleanLiteral) record).value());
            case "NumberLiteral" -> parts.get(2) + ":" + parts.get(0);
            case "StringLiteral" -> "'" + ((StringLiteral) record).value() + "'";
            case "ColumnReference", "TypeName" -> String.join(".", parts);
            case "StatementHeader" -> String.join(" ", parts);
            case "Grouping", "Ordering", "CallModifiers" ->
                parts.isEmpty() ? "" : name + "(" + String.join(" ", parts) + ")";
            default -> parts.isEmpty() ? name : name + "(" + String.join(" ", parts) + ")";
        };
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
