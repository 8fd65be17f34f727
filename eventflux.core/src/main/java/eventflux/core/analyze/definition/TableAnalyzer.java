package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.ColumnConstraint;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.expression.KeyTypes;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.ResolvedStore;
import eventflux.core.resolved.ResolvedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Resolves definitions of tables: columns, keys and where their rows are. */
public final class TableAnalyzer {

    // A comma that is not between parentheses.
    private static final Pattern BETWEEN_INDEXES = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern TOGETHER = Pattern.compile("^\\s*\\((.*)\\)\\s*$");
    private static final List<String> SETTINGS = List.of("extension", "primary.key", "index", "on.error");
    private static final List<String> ANNOTATIONS = List.of("PrimaryKey", "Index", "Store");

    private final Tables tables;
    private final StoreAnalyzer stores;
    private final ProblemLog problems;

    public TableAnalyzer(Tables tables, StoreAnalyzer stores, ProblemLog problems) {
        this.tables = tables;
        this.stores = stores;
        this.problems = problems;
    }

    /** Adds the table of a definition to the tables. */
    public void analyze(TableDefinition definition) {
        StreamColumns columns = ColumnList.of(definition.name(), definition.columns(), problems);
        Draft draft = new Draft(columns.schema());
        for (ColumnDefinition column : definition.columns()) {
            draft.take(column);
        }
        definition.primaryKey().forEach(name -> draft.addKey(name.text(), name.position()));
        definition.annotations().forEach(draft::take);
        RawSetting.written(definition.settings()).forEach(draft::take);
        Optional<ResolvedStore> store = stores.analyze(draft.store, columns, definition.name());
        tables.define(columns, draft.table(definition.name(), store));
    }

    /** A table under construction. */
    private final class Draft {

        private final Schema schema;
        private final Set<Integer> primaryKey = new LinkedHashSet<>();
        private final Set<List<Integer>> indexed = new LinkedHashSet<>();
        private final Set<Integer> notNull = new LinkedHashSet<>();
        private final StoreDraft store = new StoreDraft("a table", SETTINGS);

        Draft(Schema schema) {
            this.schema = schema;
        }

        ResolvedTable table(Name name, Optional<ResolvedStore> where) {
            Optional<ResolvedStore> store = primaryKey.isEmpty()
                    ? where.map(given ->
                            stores.withoutCache(given, "rows are kept by their primary key, and the table has none"))
                    : where;
            notNull.addAll(primaryKey);
            indexed.remove(List.copyOf(primaryKey));
            return new ResolvedTable(
                    name.text(), schema, List.copyOf(primaryKey), List.copyOf(indexed), List.copyOf(notNull), store);
        }

        void take(ColumnDefinition column) {
            int place = schema.indexOf(column.name().text());
            if (column.constraints().contains(ColumnConstraint.PRIMARY_KEY)) {
                addKey(column.name().text(), column.name().position());
            }
            if (column.constraints().contains(ColumnConstraint.NOT_NULL)) {
                notNull.add(place);
            }
        }

        void take(Annotation annotation) {
            switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
                case "primarykey" ->
                    annotation
                            .elements()
                            .forEach(element -> split(element).forEach(name -> addKey(name, element.position())));
                case "index", "indexby" ->
                    annotation.elements().forEach(element -> addIndexes(element.text(), element.position()));
                case "store" -> store.take(annotation);
                default -> problems.reportUnknownAnnotation("@", annotation, ANNOTATIONS);
            }
        }

        private static List<String> split(Setting element) {
            return split(element.text());
        }

        private static List<String> split(String names) {
            List<String> parts = new ArrayList<>();
            for (String part : names.split(",")) {
                parts.add(part.strip());
            }
            return parts;
        }

        void take(RawSetting setting) {
            switch (setting.key().toLowerCase(Locale.ROOT)) {
                case "primary.key", "primarykey", "primary_key" ->
                    split(setting.text()).forEach(name -> addKey(name, setting.position()));
                case "index", "indexes" -> addIndexes(setting.text(), setting.position());
                default -> store.take(setting);
            }
        }

        void addKey(String name, SourcePosition position) {
            place(name, position).ifPresent(primaryKey::add);
        }

        // "a, (b, c)": an index over a, and one over b and c together.
        private void addIndexes(String names, SourcePosition position) {
            for (String index : BETWEEN_INDEXES.split(names)) {
                List<String> together = split(TOGETHER.matcher(index).replaceFirst("$1"));
                List<Integer> places = together.stream()
                        .flatMap(name -> place(name, position).stream())
                        .distinct()
                        .toList();
                if (places.size() == together.size()) {
                    indexed.add(places);
                }
            }
        }

        private Optional<Integer> place(String name, SourcePosition position) {
            int place = schema.indexOf(name);
            if (place >= 0) {
                KeyTypes.require(schema.columns().get(place).type(), position, problems);
                return Optional.of(place);
            }
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", "the table", "column", name),
                    position,
                    name,
                    schema.names());
            return Optional.empty();
        }
    }
}
