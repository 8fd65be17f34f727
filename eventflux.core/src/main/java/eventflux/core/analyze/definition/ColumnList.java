package eventflux.core.analyze.definition;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.TypeNames;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the columns of a definition. */
public final class ColumnList {

    private ColumnList() {}

    /** The columns; what is wrong with them is reported. */
    static StreamColumns of(Name name, List<ColumnDefinition> definitions, ProblemLog problems) {
        Map<String, DataType> types = new LinkedHashMap<>();
        Set<String> unresolved = new HashSet<>();
        for (ColumnDefinition column : definitions) {
            Optional<DataType> type = TypeNames.find(column.type(), problems);
            if (type.isEmpty()) {
                unresolved.add(column.name().text());
            }
            if (types.putIfAbsent(column.name().text(), type.orElse(DataType.OBJECT)) != null) {
                problems.report(AnalysisError.DUPLICATE_COLUMN, column.name().position(), "column", column.name());
            }
        }
        if (types.isEmpty()) {
            problems.report(AnalysisError.MISSING_COLUMNS, name.position(), "name", name.text());
            return StreamColumns.unknown(name.text());
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((column, type) -> columns.add(new Column(column, type)));
        return StreamColumns.of(name.text(), new Schema(columns), unresolved);
    }
}
