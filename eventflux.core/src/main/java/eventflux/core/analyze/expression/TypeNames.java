package eventflux.core.analyze.expression;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.TypeName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The spellings of types, those of both dialects in both. Numbers in parentheses, as in {@code VARCHAR(20)}, say nothing: texts
 * have no limit, and decimal numbers are DOUBLE.
 */
public final class TypeNames {

    private static final Map<String, DataType> TYPES = new HashMap<>();

    static {
        add(DataType.STRING, "string", "varchar", "character varying", "text", "char", "character");
        add(DataType.INT, "int", "integer", "int2", "int4", "smallint", "tinyint");
        add(DataType.LONG, "long", "bigint", "int8", "timestamp", "datetime", "date", "time");
        add(DataType.FLOAT, "float", "real");
        add(DataType.DOUBLE, "double", "double precision", "decimal", "numeric");
        add(DataType.BOOL, "bool", "boolean");
        add(DataType.OBJECT, "object");
    }

    private TypeNames() {}

    private static void add(DataType type, String... names) {
        List.of(names).forEach(name -> TYPES.put(name, type));
    }

    /** The type that a definition names, or a problem. */
    public static Optional<DataType> find(TypeName name, ProblemLog problems) {
        return find(name.text(), name.position(), problems);
    }

    /** The type of a name, or a problem. */
    static Optional<DataType> find(String name, SourcePosition position, ProblemLog problems) {
        DataType type = TYPES.get(name.toLowerCase(Locale.ROOT));
        if (type == null) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_TYPE, "type", name), position, name, TYPES.keySet());
        }
        return Optional.ofNullable(type);
    }
}
